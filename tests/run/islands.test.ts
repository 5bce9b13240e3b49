import { describe, expect, test } from 'vitest';
import { optimizers } from '../../src/evo/optimizers.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { type Island, islandsHash, islandsOf, runIslands } from '../../src/run/islands.ts';
import { within } from '../../src/run/migrants.ts';
import { type Generation, initialState } from '../../src/run/run.ts';
import { first, pretending, small, take } from './small.ts';

const begin = (experiment: Experiment, count: number): Island[] =>
  islandsOf(experiment, count).map((each) => ({ state: initialState(each), champion: undefined }));

async function sail(from: readonly Island[], count: number, migrateEvery: number, evaluator = inProcess) {
  const taken: Generation[][] = [];
  for await (const generations of runIslands(from, { migrateEvery }, evaluator)) {
    if (taken.push(generations) === count) break;
  }
  return taken;
}
const hashOf = (generations: readonly Generation[]) => islandsHash(generations.map(({ historyHash }) => historyHash));

describe('islands', () => {
  test('one island is the run itself, and the first of several until the first migration', async () => {
    const experiment = small();
    const alone = await take(3, experiment, inProcess);
    const one = await sail(begin(experiment, 1), 3, 1);
    expect(one.map(([each]) => each!.historyHash)).toEqual(alone.map(({ historyHash }) => historyHash));
    const several = await sail(begin(experiment, 2), 3, 2);
    expect(several[1]![0]!.historyHash).toBe(alone[1]!.historyHash);
    expect(several[2]![0]!.historyHash).not.toBe(alone[2]!.historyHash);
    expect(several[0]![1]!.historyHash).not.toBe(several[0]![0]!.historyHash);
  });

  test('are resumed from any generation to the same bits', async () => {
    const whole = await sail(begin(small(), 3), 5, 2);
    const middle = whole[1]!.map(({ state, champion }) => ({ state, champion: champion?.genome }));
    const rest = await sail(structuredClone(middle), 3, 2);
    expect(hashOf(rest.at(-1)!)).toBe(hashOf(whole.at(-1)!));
  });

  test.each(Object.keys(optimizers))('%s takes a migrant', async (name) => {
    const { evaluator, batches } = pretending(first);
    const generations = await sail(begin(small({ optimizer: { name } }), 2), 3, 2, evaluator);
    const size = generations[1]![0]!.fitness.length;
    for (const { fitness, state } of generations[2]!) {
      expect(fitness).toHaveLength(size + 1);
      expect(state.generation).toBe(3);
    }
    expect(batches.length).toBeGreaterThan(0);
  });

  test('a migrant from afar is moved to the distance of the population, unless the optimizer breeds', () => {
    const genomes = [Float32Array.of(1, 0), Float32Array.of(0, 2), Float32Array.of(0, -3)];
    const mean = new Float32Array(2);
    const [far, near, same] = [Float32Array.of(0, 100), Float32Array.of(0.5, 0), Float32Array.of(0, 0)];
    const moved = within({ stepSetting: 'sigma' }, genomes, mean, [far, near, same]);
    expect(moved).toEqual([Float32Array.of(0, 2), near, same]);
    expect(within({ stepSetting: 'mutation' }, genomes, mean, [far])).toEqual([far]);
  });
});
