import { expect, it } from 'vitest';
import { durationText } from '../../../../src/app/tools/tour/duration-text.ts';
import {
  initialStatistics,
  LESSON_POPULATION,
  lessonBatch,
  lessonExperiment,
  type Simulate,
  untrainedBrain,
} from '../../../../src/app/tools/tour/lesson.ts';
import { mutateWeights, tally, withWeight } from '../../../../src/app/tools/tour/mutation.ts';
import { scanWeights } from '../../../../src/app/tools/tour/scan.ts';
import { createSearch, initialStateAround } from '../../../../src/app/tools/tour/search.ts';
import { evaluateBatch, inProcess } from '../../../../src/run/evaluator.ts';
import { run } from '../../../../src/run/run.ts';

const live: Simulate = async (batch) => evaluateBatch(batch);
const experiment = lessonExperiment();

it('creates the same brain for the same number, and another for another', () => {
  expect(untrainedBrain(experiment, 1)).toEqual(untrainedBrain(experiment, 1));
  expect(untrainedBrain(experiment, 1)).not.toEqual(untrainedBrain(experiment, 2));
});

it('begins with a brain that falls', async () => {
  const statistics = await initialStatistics(experiment, live);
  const [episode] = await live(lessonBatch(experiment, [untrainedBrain(experiment, 1)], statistics, false));
  expect(episode?.evaluation.ending).toBe('terminated');
  expect(episode?.evaluation.metrics.distance).toBeLessThan(1);
});

it('mutates the given number of weights, the same ones for the same attempt', () => {
  const genome = untrainedBrain(experiment, 1);
  const { genome: mutant, indices } = mutateWeights(genome, 10, 1, 3);
  const changed = [...genome.keys()].filter((i) => mutant[i] !== genome[i]);
  expect(new Set(indices).size).toBe(10);
  expect(changed).toEqual([...indices].sort((a, b) => a - b));
  expect(mutateWeights(genome, 10, 1, 3)).toEqual({ genome: mutant, indices });
  expect(mutateWeights(genome, 10, 1, 4).indices).not.toEqual(indices);
  expect(mutateWeights(new Float32Array(3), 10, 1, 1).indices).toHaveLength(3);
});

it('counts better, worse and nearly equal distances', () => {
  expect(tally(1, [2, 0.5, 1.01, 0.99, 1.5, -3])).toEqual({ better: 2, worse: 2, same: 2 });
});

it('finds the weight that helps most, and stops on request', async () => {
  const genome = new Float32Array(70);
  const distancesOf = async (genomes: Float32Array[]) => genomes.map((each) => each[41]! * 2 + each[3]!);
  const heard: number[] = [];
  const scan = await scanWeights(genome, distancesOf, (done) => heard.push(done) > 0);
  expect(scan?.best).toBe(41);
  expect(scan?.distances).toHaveLength(70);
  expect(heard.at(-1)).toBe(70);
  expect(await scanWeights(genome, distancesOf, () => false)).toBeUndefined();
  expect(genome).toEqual(new Float32Array(70));
  expect(withWeight(genome, 2, 1)[2]).toBe(1);
});

it('learns what run() learns from the same genome, and keeps the first generation', async () => {
  const statistics = await initialStatistics(experiment, live);
  const start = untrainedBrain(experiment, 2);
  const counts: number[] = [];
  const search = createSearch(experiment, start, statistics, live, (count) => counts.push(count));
  const turns = [await search.next(), await search.next(), await search.next()];
  const state = initialStateAround(experiment, start, statistics);
  let i = 0;
  for await (const generation of run(state, inProcess)) {
    expect(turns[i]?.champion?.tests).toEqual(generation.champion?.tests);
    if (++i === turns.length) break;
  }
  expect(counts).toEqual([1, 2, 3]);
  expect(turns[0]?.champion?.genome).toEqual(start);
  expect(turns[1]?.champion?.genome).toEqual(turns[0]?.mean);
  expect(search.crowd).toHaveLength(LESSON_POPULATION);
  expect(search.crowd.every(({ recording }) => recording !== undefined)).toBe(true);
});

it('writes a duration in a suitable unit', () => {
  expect([1.5, 119, 7300, 3 * 86_400, 1.6e10].map(durationText)).toEqual([
    '1.5 seconds',
    '119 seconds',
    '2.0 hours',
    '3.0 days',
    '507 years',
  ]);
});
