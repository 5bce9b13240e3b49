import { beforeEach, expect, it } from 'vitest';
import { count } from '../../../src/app/amounts.ts';
import { isPinned, MAX_PINS, pins, togglePin, unpin } from '../../../src/app/stage/pinned-ghosts.ts';
import type { Clip } from '../../../src/view/playback.ts';
import { standing } from '../../view/recordings.ts';

const clip = (generation: number): Clip => ({
  ...{ generation, words: '', distance: 1, fell: false, recording: standing(), ghosts: [] },
});
const kept = () => pins.value.map(({ generation }) => generation);

beforeEach(() => {
  pins.value = [];
});

it('lists pinned ghosts oldest first, and unpins one that is pinned already', () => {
  for (const generation of [12, 1500, 3]) togglePin(clip(generation));
  expect(kept()).toEqual([3, 12, 1500]);
  expect(pins.value[2]?.words).toBe(count(1500));
  togglePin(clip(12));
  unpin(3);
  togglePin(undefined);
  expect(kept()).toEqual([1500]);
  expect(isPinned(12)).toBe(false);
});

it('pins no more than the maximum', () => {
  for (let generation = 0; generation < 9; generation++) togglePin(clip(generation));
  expect(kept()).toHaveLength(MAX_PINS);
  togglePin(clip(0));
  expect(kept()).toEqual([1, 2, 3]);
});
