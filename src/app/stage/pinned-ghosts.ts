import { signal } from '@preact/signals';
import type { Guest } from '../../view/company.ts';
import type { Act } from '../../view/playback.ts';
import { count } from '../amounts.ts';

/** More than that and nobody can tell who is who. */
export const MOST_PINS = 4;

/** Earlier champions that the viewer keeps as ghosts, the oldest first; until another run begins. */
export const pins = signal<readonly Guest[]>([]);

export const isPinned = (generation: number) => pins.value.some((pin) => pin.generation === generation);

export function letGo(generation: number): void {
  pins.value = pins.value.filter((pin) => pin.generation !== generation);
}

/** Keeps a champion as a ghost, or lets it go if it is one; nothing when there are enough. */
export function keepOrLetGo(act: Act | undefined): void {
  if (act === undefined) return;
  const { generation, recording } = act;
  if (isPinned(generation)) letGo(generation);
  else if (pins.value.length < MOST_PINS) {
    const added = [...pins.value, { generation, recording, words: count(generation) }];
    pins.value = added.sort((a, b) => a.generation - b.generation);
  }
}
