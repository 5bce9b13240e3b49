import { signal } from '@preact/signals';
import type { Guest } from '../../view/company.ts';
import type { Act } from '../../view/playback.ts';
import { count } from '../strings.ts';
import type { Theatre } from './stage-controller.ts';
import type { Projector } from './stage-selector.ts';

/** More than that and nobody can tell who is who. */
export const MOST_PINS = 4;

/** Earlier champions that the viewer keeps as ghosts, the oldest first; until another run begins. */
export const pins = signal<readonly Guest[]>([]);

export const isPinned = (generation: number) => pins.value.some((pin) => pin.generation === generation);

/** What is shown, when it is an earlier champion that was picked. */
export function keepable({ mode, watched }: Projector, { onStage }: Theatre): Act | undefined {
  const act = onStage.value;
  return mode.value === 'watch' && watched.value !== undefined && !act?.crowd ? act : undefined;
}

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
