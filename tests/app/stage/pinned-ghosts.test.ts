import { beforeEach, expect, it } from 'vitest';
import { count } from '../../../src/app/amounts.ts';
import { isPinned, keepOrLetGo, letGo, MOST_PINS, pins } from '../../../src/app/stage/pinned-ghosts.ts';
import type { Act } from '../../../src/view/playback.ts';
import { standing } from '../../view/recordings.ts';

const act = (generation: number): Act => ({
  ...{ generation, words: '', distance: 1, fell: false, recording: standing(), ghosts: [] },
});
const kept = () => pins.value.map(({ generation }) => generation);

beforeEach(() => {
  pins.value = [];
});

it('keeps the oldest first, and lets go of who is kept already', () => {
  for (const generation of [12, 1500, 3]) keepOrLetGo(act(generation));
  expect(kept()).toEqual([3, 12, 1500]);
  expect(pins.value[2]?.words).toBe(count(1500));
  keepOrLetGo(act(12));
  letGo(3);
  keepOrLetGo(undefined);
  expect(kept()).toEqual([1500]);
  expect(isPinned(12)).toBe(false);
});

it('keeps no more than one can tell apart', () => {
  for (let generation = 0; generation < 9; generation++) keepOrLetGo(act(generation));
  expect(kept()).toHaveLength(MOST_PINS);
  keepOrLetGo(act(0));
  expect(kept()).toEqual([1, 2, 3]);
});
