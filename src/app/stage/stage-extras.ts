import type { Extras } from '../../view/scene.ts';
import { overlaysShown, overlayToggles } from './overlay-choice.ts';
import { pins } from './pinned-ghosts.ts';

/** The overlays and ghosts that the viewer chose. Reads signals. */
export const stageExtras = (): Extras => ({
  overlays: overlaysShown.value,
  withGhosts: overlayToggles.value.ancestors,
  pinned: pins.value,
});
