import { effect, type ReadonlySignal } from '@preact/signals';
import { dusk, paper } from '../../view/palette.ts';
import type { Stage } from '../../view/stage.ts';
import { prefersDark, prefersReducedMotion } from '../browser/preferences.ts';
import { speedIndex, speedOf } from './speed.ts';
import { stageExtras } from './stage-extras.ts';

/** Keeps a stage as the viewer's system and the page's controls say. */
export function followPreferences(stage: Stage, isPaused: ReadonlySignal<boolean>): void {
  let isDark = prefersDark.value;
  effect(() => {
    if (prefersDark.value !== isDark) stage.setPalette(prefersDark.value ? dusk : paper);
    isDark = prefersDark.value;
  });
  effect(() => stage.setCalm(prefersReducedMotion.value));
  effect(() => stage.setSpeed(speedOf(speedIndex.value)));
  effect(() => stage.setPaused(isPaused.value));
  effect(() => stage.setExtras(stageExtras()));
}
