import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { genetic } from '../../src/evo/genetic.ts';
import { stream } from '../../src/math/rng.ts';
import { deviation, mean, median } from '../../src/math/stats.ts';
import { sphere } from './landscapes.ts';
import { evaluateAll, finalValues } from './run-search.ts';

const settings = (some: v.InferInput<typeof genetic.settings>) => v.parse(genetic.settings, some);
const genome = (value: number) => new Float32Array(200).fill(value);
/** The state after four genomes with all weights 0, 1, 2 or 3; 2 is the best, then 1, and 3 failed. */
const afterTell = (some: v.InferInput<typeof genetic.settings>) =>
  genetic.tell(genetic.init(200, settings(some), 1), [0, 1, 2, 3].map(genome), [0, 5, 9, Number.NaN]);

test('begins around the start', () => {
  const weights = genetic
    .ask(genetic.init(50, settings({ sigma: 0.3 }), 1, new Float64Array(50).fill(2)))
    .genomes.flatMap((g) => Array.from(g));
  expect(mean(weights)).toBeCloseTo(2, 1);
  expect(deviation(weights)).toBeCloseTo(0.3, 1);
});

test('elites stay unchanged, the best first, and represent the search', () => {
  const state = afterTell({ eliteCount: 2, parentCount: 2 });
  const { genomes } = genetic.ask(state);
  expect(genomes.slice(0, 2)).toEqual([genome(2), genome(1)]);
  expect(genomes[2]).not.toEqual(genomes[0]);
  expect(genetic.mean(state)).toEqual(genome(2));
});

test('children are mutated copies of one parent each', () => {
  const { genomes } = genetic.ask(afterTell({ parentCount: 2, eliteCount: 0, mutation: 0.05 }));
  const centres = genomes.map((g) => Math.round(mean(g)));
  expect(new Set(centres)).toEqual(new Set([1, 2]));
  for (const [i, g] of genomes.entries()) {
    expect(mean(g)).toBeCloseTo(centres[i]!, 1);
    expect(deviation(g)).toBeGreaterThan(0.04);
    expect(deviation(g)).toBeLessThan(0.06);
  }
});

describe('crossover', () => {
  const children = (crossover: 'uniform' | 'one-point') =>
    genetic
      .ask(afterTell({ parentCount: 2, eliteCount: 0, mutation: 1e-6, crossover }))
      .genomes.map((g) => Array.from(g, Math.round));
  const switches = (child: number[]) => child.filter((value, i) => i > 0 && value !== child[i - 1]).length;

  test('uniform mixes two parents weight by weight', () => {
    const mixed = children('uniform').filter((child) => new Set(child).size === 2);
    expect(mixed.length).toBeGreaterThan(20);
    for (const child of mixed) expect(mean(child)).toBeCloseTo(1.5, 0);
    for (const child of mixed) expect(switches(child)).toBeGreaterThan(60);
  });

  test('one-point joins two parts', () => {
    const counts = children('one-point').map(switches);
    expect(new Set(counts)).toEqual(new Set([0, 1]));
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(20);
  });
});

test('failed genomes have no children, and when all fail the parents stay', () => {
  const failed = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  const before = afterTell({ parentCount: 4 });
  expect(before.parents.map((parent) => parent.genome)).toEqual([genome(2), genome(1), genome(0)]);
  const after = genetic.tell(before, [0, 1, 2, 3].map(genome), failed);
  expect(after.parents).toEqual(before.parents);
  const first = genetic.init(200, settings({}), 1);
  const again = genetic.tell(first, [0, 1, 2, 3].map(genome), failed);
  expect(genetic.ask(again).genomes[0]).not.toEqual(genetic.ask(first).genomes[0]);
  expect(genetic.mean(again)).toEqual(genome(0));
});

describe('an elite', () => {
  test('is recognised by its weights anywhere in the list, and gets the mean of its episodes', () => {
    let state = afterTell({ parentCount: 2, eliteCount: 2 });
    state = genetic.tell(state, [genome(7), genome(2), genome(1)], [6, 4, 5]);
    const parents = () => state.parents.map(({ genome, fitness, lives }) => [genome[0], fitness, lives]);
    expect(parents()).toEqual([[2, 6.5, 2], [7, 6, 1]]); // biome-ignore format: a table
    state = genetic.tell(state, [genome(2), genome(8), genome(7)], [2, 1, 5]);
    expect(parents()).toEqual([[7, 5.5, 2], [2, 5, 3]]); // biome-ignore format: a table
  });

  test('with two episodes represents the search before one with a single lucky episode', () => {
    const state = genetic.tell(afterTell({ eliteCount: 3 }), [genome(2), genome(7), genome(1)], [8, 99, 5]);
    expect(state.parents[0]?.genome).toEqual(genome(7));
    expect(genetic.mean(state)).toEqual(genome(2));
    const again = genetic.tell(state, [genome(2), genome(7), genome(1)], [8, 1, 5]);
    expect(genetic.mean(again)).toEqual(genome(7)); // (99 + 1) / 2
  });

  test('that fails is dropped', () => {
    const state = genetic.tell(afterTell({ eliteCount: 1 }), [genome(2), genome(7)], [Number.NaN, 3]);
    expect(state.parents.map(({ genome }) => genome[0])).toEqual([7]);
  });

  test.each([4, 100])('leaves room for at least one child when %i of 4 may stay', (eliteCount) => {
    const state = genetic.init(200, settings({ eliteCount, populationSize: 4 }), 1);
    const { genomes } = genetic.ask(genetic.tell(state, [0, 1, 2, 3].map(genome), [9, 8, 7, 6]));
    expect(genomes.slice(0, 3)).toEqual([0, 1, 2].map(genome));
    expect(genomes).toHaveLength(4);
    expect(genomes).not.toContainEqual(genome(3));
  });
});

describe('tournament', () => {
  /** Share of the children that each of three parents has. */
  const shares = (tournamentSize: number) => {
    const state = afterTell({
      selection: 'tournament',
      tournamentSize,
      eliteCount: 0,
      parentCount: 1,
      populationSize: 3000,
    });
    const centres = genetic.ask(state).genomes.map((g) => Math.round(mean(g)));
    return [2, 1, 0].map((centre) => centres.filter((each) => each === centre).length / 3000);
  };

  test('of one gives all parents the same chance, larger ones prefer better parents', { tags: 'slow' }, () => {
    for (const share of shares(1)) expect(share).toBeCloseTo(1 / 3, 1);
    // The best is among three draws with probability 1 - (2/3)^3; the worst wins only when drawn three times: (1/3)^3.
    for (const [i, share] of [19 / 27, 7 / 27, 1 / 27].entries()) expect(shares(3)[i]).toBeCloseTo(share, 1);
  });
});

test('with noisy fitness, elites with a mean over episodes end closer to the optimum', { tags: 'slow' }, () => {
  const finalValue = (eliteCount: number) => {
    const ends = [1, 2, 3, 4, 5].map((seed) => {
      const rng = stream(seed, 'luck');
      let state = genetic.init(10, settings({ eliteCount }), seed, new Float64Array(10).fill(1));
      for (let g = 0; g < 100; g++) {
        const { genomes } = genetic.ask(state);
        state = genetic.tell(
          state,
          genomes,
          evaluateAll(genomes, (x) => sphere(x) + 0.3 * rng.normal()),
        );
      }
      return sphere(genetic.mean(state));
    });
    return median(ends);
  };
  expect(finalValue(8)).toBeLessThan(finalValue(0));
});

test('gets as close on a sphere as another program', () => {
  // Its median of 11 seeds after 3200 evaluations, with 8 parents of 64 and a mutation of 0.05: 5e-3 (at most 6e-3).
  const found = finalValues(genetic as never, sphere, { n: 10, evaluations: 3200, populationSize: 64 });
  expect(found[2]).toBeLessThan(1.3 * 5e-3);
  expect(found[4]).toBeLessThan(1e-2);
});

test.each(['uniform', 'one-point'])('gets close by tournaments and %s crossover too', { tags: 'slow' }, (crossover) => {
  const settings = { n: 10, evaluations: 6400, populationSize: 64, selection: 'tournament', crossover };
  expect(finalValues(genetic as never, sphere, settings)[2]).toBeLessThan(2e-2);
});
