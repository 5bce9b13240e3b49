import { colourNumber } from '../../run/creature-colour.ts';
import type { Extras } from '../../view/scene.ts';
import { creatureColour } from './creature-colour.ts';
import { overlayToggles, shownOverlays } from './overlay-toggles.ts';
import { pins } from './pinned-ghosts.ts';

/** The overlays and ghosts that the viewer chose. Call it within an effect to follow changes. */
export const stageExtras = (): Extras => ({
  overlays: shownOverlays.value,
  withGhosts: overlayToggles.value.ancestors,
  pinned: pins.value,
  colour: colourNumber(creatureColour.value),
});
