import { signal } from '@preact/signals';
import type { PinnedGhost } from '../../view/other-creatures.ts';
import type { Clip } from '../../view/playback.ts';
import { count } from '../amounts.ts';

/** Maximum number of pinned ghosts; more could not be told apart. */
export const MAX_PINS = 4;

/** Earlier champions that the viewer pinned as ghosts, the oldest first. Cleared when another run begins. */
export const pins = signal<readonly PinnedGhost[]>([]);

export const isPinned = (generation: number) => pins.value.some((pin) => pin.generation === generation);

export function unpin(generation: number): void {
  pins.value = pins.value.filter((pin) => pin.generation !== generation);
}

/** Pins a champion as a ghost, or unpins it. Does nothing when the maximum is reached. */
export function togglePin(clip: Clip | undefined): void {
  if (clip === undefined) return;
  const { generation, recording } = clip;
  if (isPinned(generation)) unpin(generation);
  else if (pins.value.length < MAX_PINS) {
    const added = [...pins.value, { generation, recording, words: count(generation) }];
    pins.value = added.sort((a, b) => a.generation - b.generation);
  }
}
