import * as v from 'valibot';
import { expect, test } from 'vitest';
import { bestCentre, emptyHistory, followed, grown } from '../../../src/evo/cma/restart.ts';
import { type CmaState, cmaEs } from '../../../src/evo/cma-es.ts';
import { graded } from '../search.ts';

const begin = (restart: 'none' | 'ipop') =>
  cmaEs.init(2, v.parse(cmaEs.settings, { populationSize: 6, restart }), 1, [3, 4]);
/** Where nothing matters, one generation. */
const idle = (state: CmaState) => {
  const { genomes } = cmaEs.ask(state);
  return cmaEs.tell(
    state,
    genomes,
    graded(genomes, () => 5),
  );
};
const idled = (state: CmaState, generations: number) => {
  let now = state;
  for (let g = 0; g < generations; g++) now = idle(now);
  return now;
};

test('a search that is stuck stays there unless it is told to begin anew', () => {
  const stuck = idled(begin('none'), 12);
  expect(cmaEs.stop(stuck)).toHaveProperty('flat');
  expect(cmaEs.ask(stuck).genomes.length).toBe(6);
});

test('begins anew from the start with twice as many lives, as if it were the first time', () => {
  const before = idled(begin('ipop'), 9);
  expect(cmaEs.ask(before).genomes.length).toBe(6);
  const after = idle(before);
  expect(cmaEs.ask(after).genomes.length).toBe(12);
  expect(cmaEs.stop(after)).toEqual({});
  expect(Array.from(after.mean)).toEqual([3, 4]);
  const first = begin('ipop');
  for (const key of ['sigma', 'pathSigma', 'pathC', 'covariance', 'axes', 'trail'] as const)
    expect(after[key]).toEqual(first[key]);
  expect(cmaEs.stats(after).generation).toBe(10);
  expect(cmaEs.ask(after).genomes[0]).not.toEqual(cmaEs.ask(first).genomes[0]);
  expect(cmaEs.ask(idled(after, 10)).genomes.length).toBe(24);
});

test('a generation told of after a restart counts as the first', () => {
  const after = idled(begin('ipop'), 10);
  // So far to one side that the path of the covariance waits in a first generation, and would not in an eleventh.
  const genomes = [[3.228, 4], [3.228, 4], [2.9, 4], [3, 3.9]]; // biome-ignore format: a table
  const again = cmaEs.tell(after, genomes, [4, 3, 2, 1]);
  const first = cmaEs.tell(begin('ipop'), genomes, [4, 3, 2, 1]);
  for (const key of ['mean', 'sigma', 'pathSigma', 'pathC', 'covariance'] as const)
    expect(again[key]).toEqual(first[key]);
});

test('the centre of the best search so far stands for all', () => {
  const trail = (...bests: number[]) => ({ bests: Float64Array.from(bests), span: 10, flatCount: 0 });
  const [first, second, third] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(3)];
  const past = followed(first, trail(1, 7, 7), emptyHistory, 30);
  expect(past).toEqual({ restarts: 1, since: 30, kept: { mean: first, level: 7 } });
  expect(bestCentre(second, trail(), past)).toBe(first);
  expect(bestCentre(second, trail(6, 9, 5), past)).toBe(first); // one lucky life
  expect(bestCentre(second, trail(8, 9, 5), past)).toBe(second);
  expect(followed(second, trail(6, 9, 5), past, 50).kept).toEqual({ mean: first, level: 7 });
  expect(followed(second, trail(8, 9, 5), past, 50).kept).toEqual({ mean: second, level: 8 });
  expect(followed(third, trail(Number.NaN), past, 50).kept).toEqual({ mean: first, level: 7 });
});

test('the population does not grow past all bounds', () => {
  expect([0, 1, 2, 3].map((restarts) => grown(10, { ...emptyHistory, restarts }, 50))).toEqual([10, 20, 40, 40]);
});
