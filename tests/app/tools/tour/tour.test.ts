import { expect, it } from 'vitest';
import {
  firstFeelings,
  type Live,
  lesson,
  livesOf,
  TRIES,
  untrained,
} from '../../../../src/app/tools/tour/creature.ts';
import { howLong } from '../../../../src/app/tools/tour/how-long.ts';
import { mutated, tally, turned } from '../../../../src/app/tools/tour/mutation.ts';
import { scanKnobs } from '../../../../src/app/tools/tour/scan.ts';
import { begunAround, createSearch } from '../../../../src/app/tools/tour/search.ts';
import { evaluateBatch, inProcess } from '../../../../src/run/evaluator.ts';
import { run } from '../../../../src/run/run.ts';

const live: Live = async (batch) => evaluateBatch(batch);
const experiment = lesson();

it('throws the same newborn for the same number, and another for another', () => {
  expect(untrained(experiment, 1)).toEqual(untrained(experiment, 1));
  expect(untrained(experiment, 1)).not.toEqual(untrained(experiment, 2));
});

it('shows a newborn first that falls', async () => {
  const feelings = await firstFeelings(experiment, live);
  const [life] = await live(livesOf(experiment, [untrained(experiment, 1)], feelings, false));
  expect(life?.evaluation.ending).toBe('terminated');
  expect(life?.evaluation.metrics.distance).toBeLessThan(1);
});

it('turns as many knobs by chance as it says, the same for the same try, and leaves the rest', () => {
  const genome = untrained(experiment, 1);
  const { genome: mutant, knobs } = mutated(genome, 10, 1, 3);
  const changed = [...genome.keys()].filter((i) => mutant[i] !== genome[i]);
  expect(new Set(knobs).size).toBe(10);
  expect(changed).toEqual([...knobs].sort((a, b) => a - b));
  expect(mutated(genome, 10, 1, 3)).toEqual({ genome: mutant, knobs });
  expect(mutated(genome, 10, 1, 4).knobs).not.toEqual(knobs);
  expect(mutated(new Float32Array(3), 10, 1, 1).knobs).toHaveLength(3);
});

it('counts who got further, and who but for a hair did the same', () => {
  expect(tally(1, [2, 0.5, 1.01, 0.99, 1.5, -3])).toEqual({ better: 2, worse: 2, same: 2 });
});

it('finds the knob that helps most, and stops when told to', async () => {
  const genome = new Float32Array(70);
  const distancesOf = async (genomes: Float32Array[]) =>
    genomes.map((each) => (each[41] as number) * 2 + (each[3] as number));
  const heard: number[] = [];
  const scan = await scanKnobs(genome, distancesOf, (done) => heard.push(done) > 0);
  expect(scan?.knob).toBe(41);
  expect(scan?.distances).toHaveLength(70);
  expect(heard.at(-1)).toBe(70);
  expect(await scanKnobs(genome, distancesOf, () => false)).toBeUndefined();
  expect(genome).toEqual(new Float32Array(70));
  expect(turned(genome, 2, 1)[2]).toBe(1);
});

it('learns what run() learns from the same newborn, and keeps the first tries', async () => {
  const feelings = await firstFeelings(experiment, live);
  const start = untrained(experiment, 2);
  const counts: number[] = [];
  const search = createSearch(experiment, start, feelings, live, (count) => counts.push(count));
  const turns = [await search.next(), await search.next(), await search.next()];
  const state = begunAround(experiment, start, feelings);
  let i = 0;
  for await (const generation of run(state, inProcess)) {
    expect(turns[i]?.champion?.tests).toEqual(generation.champion?.tests);
    if (++i === turns.length) break;
  }
  expect(counts).toEqual([1, 2, 3]);
  expect(turns[0]?.champion?.genome).toEqual(start);
  expect(turns[1]?.champion?.genome).toEqual(turns[0]?.centre);
  expect(search.crowd).toHaveLength(TRIES);
  expect(search.crowd.every(({ recording }) => recording !== undefined)).toBe(true);
});

it('says a time in the unit it is best felt in', () => {
  expect([1.5, 119, 7300, 3 * 86_400, 1.6e10].map(howLong)).toEqual([
    '1.5 seconds',
    '119 seconds',
    '2.0 hours',
    '3.0 days',
    '507 years',
  ]);
});
