import { expect, it } from 'vitest';
import { filmScenes } from '../../../src/app/stage/film-scenes.ts';

const entries = (...distances: number[]) => distances.map((distance, generation) => ({ generation, distance }));

it('shows the first generation, those that got clearly farther, and the farthest, and leaves out the others', () => {
  expect(filmScenes(entries(0.2, 0.3, 0.1, 2, 2.1, 1, 5, 5.2, 4))).toEqual([0, 3, 6, 7]);
});

it('has one scene for a run that does not learn, and none without a champion', () => {
  expect(filmScenes(entries(0.2, 0.1, 0.2))).toEqual([0]);
  expect(filmScenes([])).toEqual([]);
});

it('has at most eight scenes, with the first and the farthest among them', () => {
  const scenes = filmScenes(entries(...Array.from({ length: 30 }, (_, i) => 1.5 ** i)));
  expect(scenes).toHaveLength(8);
  expect([scenes[0], scenes.at(-1)]).toEqual([0, 29]);
});

it('goes by generations where distance is not the point', () => {
  expect(filmScenes(entries(...Array.from({ length: 100 }, () => 0)), false).at(-1)).toBe(99);
});
