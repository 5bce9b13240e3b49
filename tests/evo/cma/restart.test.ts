import * as v from 'valibot';
import { expect, test } from 'vitest';
import { afterRestart, bestMean, currentPopulationSize, emptyHistory } from '../../../src/evo/cma/restart.ts';
import { type CmaState, cmaEs } from '../../../src/evo/cma-es.ts';
import { evaluateAll } from '../run-search.ts';

const begin = (restart: 'none' | 'ipop') =>
  cmaEs.init(2, v.parse(cmaEs.settings, { populationSize: 6, restart }), 1, [3, 4]);
/** One generation in which all fitnesses are equal. */
const flatGeneration = (state: CmaState) => {
  const { genomes } = cmaEs.ask(state);
  return cmaEs.tell(
    state,
    genomes,
    evaluateAll(genomes, () => 5),
  );
};
const flatGenerations = (state: CmaState, generations: number) => {
  let now = state;
  for (let g = 0; g < generations; g++) now = flatGeneration(now);
  return now;
};

test('without restarts, a search that meets a stop criterion continues', () => {
  const stuck = flatGenerations(begin('none'), 12);
  expect(cmaEs.stop(stuck)).toHaveProperty('flat');
  expect(cmaEs.ask(stuck).genomes.length).toBe(6);
});

test('restarts from the start with twice the population, in the initial state', () => {
  const before = flatGenerations(begin('ipop'), 9);
  expect(cmaEs.ask(before).genomes.length).toBe(6);
  const after = flatGeneration(before);
  expect(cmaEs.ask(after).genomes.length).toBe(12);
  expect(cmaEs.stop(after)).toEqual({});
  expect(Array.from(after.mean)).toEqual([3, 4]);
  const first = begin('ipop');
  for (const key of ['sigma', 'pathSigma', 'pathC', 'covariance', 'axes', 'trail'] as const)
    expect(after[key]).toEqual(first[key]);
  expect(cmaEs.stats(after).generation).toBe(10);
  expect(cmaEs.ask(after).genomes[0]).not.toEqual(cmaEs.ask(first).genomes[0]);
  expect(cmaEs.ask(flatGenerations(after, 10)).genomes.length).toBe(24);
});

test('the first generation after a restart counts as generation 1', () => {
  const after = flatGenerations(begin('ipop'), 10);
  // A step so long that h_sigma is 0 in generation 1, and would be 1 in generation 11.
  const genomes = [[3.228, 4], [3.228, 4], [2.9, 4], [3, 3.9]]; // biome-ignore format: a table
  const again = cmaEs.tell(after, genomes, [4, 3, 2, 1]);
  const first = cmaEs.tell(begin('ipop'), genomes, [4, 3, 2, 1]);
  for (const key of ['mean', 'sigma', 'pathSigma', 'pathC', 'covariance'] as const)
    expect(again[key]).toEqual(first[key]);
});

test('the mean is that of the best search so far', () => {
  const stopHistory = (...bests: number[]) => ({ bests: Float64Array.from(bests), span: 10, flatCount: 0 });
  const [first, second, third] = [Float64Array.of(1), Float64Array.of(2), Float64Array.of(3)];
  const past = afterRestart(first, stopHistory(1, 7, 7), emptyHistory, 30);
  expect(past).toEqual({ restarts: 1, since: 30, kept: { mean: first, level: 7 } });
  expect(bestMean(second, stopHistory(), past)).toBe(first);
  expect(bestMean(second, stopHistory(6, 9, 5), past)).toBe(first); // one lucky episode
  expect(bestMean(second, stopHistory(8, 9, 5), past)).toBe(second);
  expect(afterRestart(second, stopHistory(6, 9, 5), past, 50).kept).toEqual({ mean: first, level: 7 });
  expect(afterRestart(second, stopHistory(8, 9, 5), past, 50).kept).toEqual({ mean: second, level: 8 });
  expect(afterRestart(third, stopHistory(Number.NaN), past, 50).kept).toEqual({ mean: first, level: 7 });
});

test('the population does not grow beyond its maximum', () => {
  expect([0, 1, 2, 3].map((restarts) => currentPopulationSize(10, { ...emptyHistory, restarts }, 50))).toEqual([
    10, 20, 40, 40,
  ]);
  // Its default maximum is reached, not only approached.
  expect([6, 7, 8].map((restarts) => currentPopulationSize(32, { ...emptyHistory, restarts }))).toEqual([
    2048, 4096, 4096,
  ]);
});
