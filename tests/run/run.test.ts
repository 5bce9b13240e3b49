import { describe, expect, test } from 'vitest';
import { generationLine } from '../../src/cli/evolve-report.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { emptyMoments, merge } from '../../src/math/stats.ts';
import { type Evaluator, inProcess } from '../../src/run/evaluator.ts';
import { failedEpisode } from '../../src/run/failed-episode.ts';
import { type Generation, initialState } from '../../src/run/run.ts';
import { numberBytes } from '../../src/schema/floats.ts';
import { tasks } from '../../src/sim/tasks.ts';
import { first, lifeOf, pretending, small, take } from './small.ts';

const hashes = (generations: Generation[]) => generations.map(({ historyHash }) => historyHash);
/** All of a generation but its recording, which is for looking at. */
const essence = ({ champion, ...rest }: Generation) => ({ ...rest, champion: { ...champion, recording: undefined } });

describe('the same experiment', { tags: 'slow' }, () => {
  test('gives the same bits alone, again, and after other runs', async () => {
    const straight = await take(3, small(), inProcess);
    await take(2, small({ seed: 4, optimizer: { name: 'genetic' }, brain: { name: 'cpg' } }), inProcess);
    const again = await take(3, small(), inProcess);
    expect(again.map(essence)).toEqual(straight.map(essence));
    expect(new Set(hashes(straight)).size).toBe(3);
    expect(hashes(await take(1, small({ seed: 4 }), inProcess))).not.toEqual(hashes(straight).slice(0, 1));
  });

  test.each([
    ...Object.keys(optimizers).map((name) => ({ optimizer: { name } })),
    ...Object.keys(brains).map((name) => ({ brain: { name } })),
    ...Object.keys(tasks).map((name) => ({ task: { name } })),
    ...Object.keys(bodies).map((name) => ({ body: name })),
  ])('continues from a clone of its state as if uninterrupted: %o', async (some) => {
    const experiment = small({ ...some, run: { champion: 'best' } });
    const straight = await take(3, experiment, inProcess);
    const later = await take(2, structuredClone(straight[0]!.state), inProcess);
    expect(later.map(essence)).toEqual(straight.slice(1).map(essence));
  });

  test('is not changed by recording, which covers only the first test of each champion', async () => {
    const { evaluator, asked } = pretending(first);
    const experiment = small({ run: { championTrials: 3 } });
    const recorded = await take(2, experiment, evaluator, { record: true });
    expect(asked.map(({ record }) => record)).toEqual(
      [1, 2].flatMap(() => [...new Array(6).fill(false), true, false, false]),
    );
    expect(recorded.every(({ champion }) => champion?.recording !== undefined)).toBe(true);
    expect(recorded.map(essence)).toEqual((await take(2, experiment, pretending(first).evaluator)).map(essence));
  });
});

describe('the ground', () => {
  test('is the same for all genomes of a generation, another for each trial, generation and test', async () => {
    const { evaluator, asked } = pretending(first);
    await take(2, small({ run: { trials: 2, championTrials: 3 } }), evaluator);
    const seeds = asked.map(({ seed }) => seed);
    const generations = [seeds.slice(0, 15), seeds.slice(15)];
    for (const all of generations) {
      for (let k = 0; k < 12; k++) expect(all[k]).toBe(all[k % 2]);
    }
    const different = generations.flatMap((all) => [...all.slice(0, 2), ...all.slice(12)]);
    expect(new Set(different).size).toBe(different.length);
  });
});

test('the champion is tested on the same ground in all generations when the run says so, training is not', async () => {
  const { evaluator, asked } = pretending(first);
  await take(2, small({ run: { trials: 1, championTrials: 3, championGrounds: 'same' } }), evaluator);
  const seeds = asked.map(({ seed }) => seed);
  expect(seeds.slice(6, 9)).toEqual(seeds.slice(15));
  expect(new Set(seeds.slice(6, 9)).size).toBe(3);
  expect(seeds[0]).not.toBe(seeds[9]);
});

test('a champion that would be the record is tested on further grounds, others are not', async () => {
  // By request: six episodes of training, then tests. The first champion gets 4 and 4, then 1, 1 and 0; the second one 3 in
  // all of them; the third one 1 and 1.
  const fitness = [
    ...new Array(6).fill(0),
    4,
    4,
    1,
    1,
    0,
    ...new Array(6).fill(0),
    3,
    3,
    3,
    3,
    3,
    ...new Array(6).fill(0),
    1,
    1,
  ];
  const { evaluator, asked } = pretending((_request, k) => fitness[k]!);
  const experiment = small({ run: { trials: 1, championTrials: 2, recordTrials: 3, championGrounds: 'same' } });
  const taken = await take(3, experiment, evaluator);
  expect(taken.map(({ champion, isRecord }) => [champion?.fitness, isRecord])).toEqual([
    [2, true],
    [3, true],
    [1, false],
  ]);
  expect(taken.map(({ champion }) => champion?.tests.length)).toEqual([5, 5, 2]);
  const seeds = asked.map(({ seed }) => seed);
  expect(new Set(seeds.slice(6, 11)).size).toBe(5);
  expect(seeds.slice(17, 22)).toEqual(seeds.slice(6, 11));
  expect(taken.at(-1)?.evaluations).toBe(fitness.length);
});

test('training knows its generation, tests of the champion do not: they are unaided', async () => {
  const { evaluator, asked } = pretending(first);
  await take(2, small({ run: { trials: 1, championTrials: 2 } }), evaluator);
  const told = asked.map(({ generation }) => generation);
  const none = [undefined, undefined];
  expect(told).toEqual([...new Array(6).fill(0), ...none, ...new Array(6).fill(1), ...none]);
});

describe('fitness', () => {
  test('of a genome is the mean over its trials', async () => {
    const byIndex = pretending((_request, k) => k * k);
    const [only] = await take(1, small({ run: { trials: 3 } }), byIndex.evaluator);
    const expected = [0, 1, 2, 3, 4, 5].map((g) => ((3 * g) ** 2 + (3 * g + 1) ** 2 + (3 * g + 2) ** 2) / 3);
    expect(Array.from(only!.fitness)).toEqual(expected);
    expect(only).toMatchObject({ best: expected[5], mean: expected.reduce((a, b) => a + b) / 6 });
    expect(byIndex.asked.slice(0, 3).every(({ genome }) => genome === byIndex.asked[0]!.genome)).toBe(true);
    expect(only!.evaluations).toBe(6 * 3 + 2);
    expect(only!.steps).toBe(10 * (6 * 3 + 2));
  });

  test('is covered by the history’s hash, each value of each generation to the last bit, and the champion’s too', async () => {
    const plain = async (change: (k: number) => number) =>
      hashes(await take(3, small(), pretending((_request, k) => k + change(k)).evaluator)).at(-1)!;
    const seen = [await plain(() => 0)];
    // Six episodes and two tests per generation.
    for (let k = 0; k < 24; k++) seen.push(await plain((each) => (each === k ? 1e-14 * (k + 1) : 0)));
    expect(await plain(() => 0)).toBe(seen[0]);
    expect(new Set(seen).size).toBe(25);
  });
});

describe('a genome whose simulation breaks', () => {
  const broken = (bad: number[], value: number) =>
    pretending((request, k) => (bad.includes(k) ? value : first(request)));

  test('has no fitness, even if only one of its trials broke, and is listed as a failure', async () => {
    const { evaluator, asked } = broken([5, 7], Number.NaN);
    const [only] = await take(1, small({ run: { trials: 2 } }), evaluator);
    expect(Array.from(only!.fitness, Number.isNaN)).toEqual([false, false, true, true, false, false]);
    expect(only!.failures).toEqual([asked[5], asked[7]]);
    expect(Number.isFinite(only!.best) && Number.isFinite(only!.mean) && Number.isFinite(only!.deviation)).toBe(true);
  });

  test('or whose workers were lost is listed with the reason, in JSON too', async () => {
    const { evaluator, asked } = pretending(first);
    const throwing: Evaluator = {
      ...evaluator,
      async evaluate(batch) {
        const lives = await evaluator.evaluate(batch);
        const lost = { ...failedEpisode(batch.experiment, 'out of numbers'), observed: emptyMoments(2) };
        return lives.map((life, i) => (i === 3 ? lost : life));
      },
    };
    const [only] = await take(1, small(), throwing);
    expect(only!.failures).toEqual([{ ...asked[3]!, fault: 'out of numbers' }]);
    expect(Number.isNaN(only!.fitness[3])).toBe(true);
    const { lost } = generationLine(only!, 0) as { lost: { genome: string }[] };
    expect(lost).toMatchObject([{ fault: 'out of numbers', seed: asked[3]!.seed, statistics: null }]);
    expect(new Float32Array(numberBytes(lost[0]!.genome, 4))).toEqual(asked[3]!.genome);
    expect(generationLine((await take(1, small(), evaluator))[0]!, 0)).not.toHaveProperty('lost');
  });

  test('ranks last', async () => {
    const asks = async (value: number) => {
      const { evaluator, asked } = broken([2], value);
      await take(2, small({ run: { normalise: false } as never }), evaluator);
      return asked.slice(8).map(({ genome }) => genome);
    };
    expect(await asks(Number.NaN)).toEqual(await asks(-1e9));
  });

  test('is never champion', async () => {
    const best = small({ run: { champion: 'best' } });
    const { evaluator, asked } = pretending((request, k) => (k < 5 ? Number.NaN : first(request)));
    const [only] = await take(1, best, evaluator);
    expect(only!.champion?.genome).toBe(asked[5]!.genome);

    const none = pretending(() => Number.NaN);
    const [nobody] = await take(1, best, none.evaluator);
    expect(nobody).toMatchObject({ champion: undefined, isRecord: false, best: Number.NaN });
    expect(none.asked.length).toBe(6);
  });

  test('in a champion’s test leaves that generation without a champion', async () => {
    const { evaluator } = pretending((request, k) => (k === 7 ? Number.NaN : first(request)));
    const [lost, found] = await take(2, small(), evaluator);
    expect(lost).toMatchObject({ champion: undefined, isRecord: false });
    expect(found!.champion).toBeDefined();
    expect(found!.isRecord).toBe(true);
  });
});

describe('the champion', () => {
  test('is the mean of the search, tested on its own ground', async () => {
    const experiment = small({ run: { championTrials: 4 } });
    const { evaluator, asked, batches } = pretending((_request, k) => k);
    const [zero, one] = await take(2, experiment, evaluator);
    expect(batches.map(({ requests }) => requests.length)).toEqual([10, 10]);
    expect(zero!.champion!.genome.every((weight) => weight === 0)).toBe(true);
    expect(one!.champion!.genome).toEqual(optimizers.snes.mean(zero!.state.optimizer as never));
    expect(zero!.champion).toMatchObject({ generation: 0, fitness: (6 + 7 + 8 + 9) / 4, falls: 0 });
    expect(zero!.champion!.tests.map(({ seed }) => seed)).toEqual(asked.slice(6, 10).map(({ seed }) => seed));
    expect(one).toMatchObject({ generation: 1, champion: { generation: 1 }, evaluations: 20 });
  });

  test('is the best of its generation if set so', async () => {
    const { evaluator, asked } = pretending((request, k) => (k < 6 ? [3, 1, 9, 2, 9, 0][k]! : first(request)));
    const [only] = await take(1, small({ run: { champion: 'best' } }), evaluator);
    expect(only!.champion!.genome).toBe(asked[2]!.genome);
    expect(asked.slice(6).every(({ genome }) => genome === asked[2]!.genome)).toBe(true);
    expect(only!.champion!.fitness).toBeCloseTo(first(asked[2]!), 6);
    expect(only!.evaluations).toBe(8);
  });

  test('is a record if its test fitness is higher than any before', async () => {
    const tests = [1, 3, 2, 3, 4];
    const { evaluator } = pretending((_request, k) => (k % 8 < 6 ? 0 : tests[Math.floor(k / 8)]!));
    const generations = await take(5, small(), evaluator);
    expect(generations.map(({ isRecord }) => isRecord)).toEqual([true, true, false, false, true]);
    expect(generations.at(-1)!.state.record).toBe(4);
  });
});

describe('observation statistics', () => {
  test('are merged over the training episodes in order, and normalise the next generation', async () => {
    const { evaluator, asked } = pretending(first);
    const [zero, one] = await take(2, small({ run: { trials: 2 } }), evaluator);
    const sum = (from: number) =>
      asked
        .slice(from, from + 12)
        .map((request) => lifeOf(0, request).observed)
        .reduce(merge);
    expect(zero!.state.statistics).toEqual(merge(emptyMoments(2), sum(0)));
    expect(one!.state.statistics).toEqual(
      asked
        .slice(14, 26)
        .map((request) => lifeOf(0, request).observed)
        .reduce(merge, zero!.state.statistics!),
    );
    expect(asked.slice(0, 14).every(({ statistics }) => statistics === null)).toBe(true);
    expect(asked.slice(14).every(({ statistics }) => statistics === zero!.state.statistics)).toBe(true);
    expect(one!.champion!.statistics).toBe(zero!.state.statistics);
  });

  test('do not depend on the order of evaluation', { tags: 'slow' }, async () => {
    const backwards: Evaluator = {
      async evaluate({ experiment, requests }) {
        const turned = await inProcess.evaluate({ experiment, requests: requests.toReversed() });
        return turned.toReversed();
      },
      close: async () => {},
    };
    const straight = await take(2, small(), inProcess);
    expect((await take(2, small(), backwards)).map(essence)).toEqual(straight.map(essence));
  });

  test('are null if observations are not normalised', async () => {
    const { evaluator, asked } = pretending(first);
    const generations = await take(2, small({ run: { normalise: false } as never }), evaluator);
    expect(asked.every(({ statistics }) => statistics === null)).toBe(true);
    expect(generations.map(({ state }) => state.statistics)).toEqual([null, null]);
  });
});

describe('a setting changed during the run', { tags: 'slow' }, () => {
  const changes = { 'task.difficulty': 1, 'optimizer.populationSize': 8, 'run.trials': 2 };

  test('is in effect from its generation on, and recorded as an amendment that gives the same run', async () => {
    const live = await take(4, small(), inProcess, { amend: (g) => (g === 2 ? changes : undefined) });
    expect(live.map(({ fitness }) => fitness.length)).toEqual([6, 6, 8, 8]);
    const plain = await take(4, small(), inProcess);
    expect(hashes(live).slice(0, 2)).toEqual(hashes(plain).slice(0, 2));
    expect(hashes(live)[2]).not.toBe(hashes(plain)[2]);

    const { experiment } = live[3]!.state;
    expect(experiment.amendments).toEqual([{ generation: 2, changes }]);
    expect((await take(4, experiment, inProcess)).map(essence)).toEqual(
      live.map(essence).map((each) => ({ ...each, state: { ...each.state, experiment } })),
    );
    expect(
      hashes(await take(2, structuredClone(live[1]!.state), inProcess, { amend: (g) => (g === 2 ? changes : {}) })),
    ).toEqual(hashes(live).slice(2));
  });

  test('may be changed before the first generation too', async () => {
    const live = await take(1, small(), inProcess, { amend: () => ({ 'optimizer.populationSize': 5 }) });
    expect(live[0]!.fitness.length).toBe(5);
    expect(hashes(await take(1, live[0]!.state.experiment, inProcess))).toEqual(hashes(live));
  });

  test.each([
    [{ 'task.difficulty': 7 }, 'task.difficulty is 7, must be 1 or less'],
    [{ 'brain.name': 'mlp' }, 'brain.name cannot change during a run'],
  ])('is refused if invalid: %o', async (wrong, sentence) => {
    await expect(take(1, small(), inProcess, { amend: () => wrong })).rejects.toThrow(sentence);
  });
});

test('the initial state is plain data, and does not change the experiment', () => {
  const experiment = small();
  const state = initialState(experiment);
  expect(structuredClone(state)).toEqual(state);
  expect(state).toMatchObject({ generation: 0, evaluations: 0, steps: 0, statistics: null });
});

test('a run does not change its arguments', async () => {
  const [one] = await take(1, small(), inProcess);
  const before = structuredClone(one!.state);
  await take(2, one!.state, inProcess);
  expect(one!.state).toEqual(before);
});

test('says why the optimizer would stop', async () => {
  const flat = pretending(() => 1);
  const experiment = small({ optimizer: { name: 'cma-es' } });
  const generations = await take(80, experiment, flat.evaluator);
  expect(generations[0]!.stop).toEqual({});
  expect(Object.keys(generations.at(-1)!.stop).length).toBeGreaterThan(0);
});

test('an evaluator’s error ends the run', async () => {
  const failing: Evaluator = { evaluate: () => Promise.reject(new Error('no power')), close: async () => {} };
  await expect(take(1, small(), failing)).rejects.toThrow('no power');
});
