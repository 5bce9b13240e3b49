import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { genetic } from '../../src/evo/genetic.ts';
import { deviation, mean } from '../../src/math/stats.ts';
import { sphere } from './landscapes.ts';
import { graded } from './search.ts';

const settings = (some: v.InferInput<typeof genetic.settings>) => v.parse(genetic.settings, some);
const genome = (value: number) => new Float32Array(200).fill(value);
/** Told of four genomes all of 0, 1, 2 and 3, of which 2 is the best, then 1. */
const told = (some: v.InferInput<typeof genetic.settings>) =>
  genetic.tell(genetic.init(200, settings(some), 1), [0, 1, 2, 3].map(genome), [0, 5, 9, Number.NaN]);

test('begins around the start', () => {
  const weights = genetic
    .ask(genetic.init(50, settings({ sigma: 0.3 }), 1, new Float64Array(50).fill(2)))
    .genomes.flatMap((g) => Array.from(g));
  expect(mean(weights)).toBeCloseTo(2, 1);
  expect(deviation(weights)).toBeCloseTo(0.3, 1);
});

test('elites live on unchanged, the best first, and stand for the search', () => {
  const state = told({ eliteCount: 2, parentCount: 2 });
  const { genomes } = genetic.ask(state);
  expect(genomes.slice(0, 2)).toEqual([genome(2), genome(1)]);
  expect(genomes[2]).not.toEqual(genomes[0]);
  expect(genetic.mean(state)).toEqual(genome(2));
});

test('children stray from one parent each by the mutation', () => {
  const { genomes } = genetic.ask(told({ parentCount: 2, eliteCount: 0, mutation: 0.05 }));
  const centres = genomes.map((g) => Math.round(mean(g)));
  expect(new Set(centres)).toEqual(new Set([1, 2]));
  for (const [i, g] of genomes.entries()) {
    expect(mean(g)).toBeCloseTo(centres[i] as number, 1);
    expect(deviation(g)).toBeGreaterThan(0.04);
    expect(deviation(g)).toBeLessThan(0.06);
  }
});

describe('crossover', () => {
  const children = (crossover: 'uniform' | 'one-point') =>
    genetic
      .ask(told({ parentCount: 2, eliteCount: 0, mutation: 1e-6, crossover }))
      .genomes.map((g) => Array.from(g, Math.round));
  const seams = (child: number[]) => child.filter((value, i) => i > 0 && value !== child[i - 1]).length;

  test('uniform mixes two parents weight by weight', () => {
    const mixed = children('uniform').filter((child) => new Set(child).size === 2);
    expect(mixed.length).toBeGreaterThan(20);
    for (const child of mixed) expect(mean(child)).toBeCloseTo(1.5, 0);
    for (const child of mixed) expect(seams(child)).toBeGreaterThan(60);
  });

  test('at one point joins two halves', () => {
    const counts = children('one-point').map(seams);
    expect(new Set(counts)).toEqual(new Set([0, 1]));
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(20);
  });
});

test('failures have no children, and when all fail the parents get another chance', () => {
  const failed = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  const before = told({ parentCount: 4 });
  expect(before.parents).toEqual([genome(2), genome(1), genome(0)]);
  const after = genetic.tell(before, [0, 1, 2, 3].map(genome), failed);
  expect(after.parents).toEqual(before.parents);
  const first = genetic.init(200, settings({}), 1);
  const again = genetic.tell(first, [0, 1, 2, 3].map(genome), failed);
  expect(genetic.ask(again).genomes[0]).not.toEqual(genetic.ask(first).genomes[0]);
  expect(genetic.mean(again)).toEqual(genome(0));
});

test('an elite that does worse the next time loses its place', () => {
  const state = told({ parentCount: 2, eliteCount: 1 });
  const next = genetic.tell(state, [genome(2), genome(7)], [1, 3]);
  expect(genetic.mean(next)).toEqual(genome(7));
});

test('comes close to the least of a sphere and stays there', () => {
  // Another program's median after 3200 evaluations, at these settings: 5e-3 (design: algorithms.md 4.2).
  let state = genetic.init(10, settings({ mutation: 0.05 }), 1, new Float64Array(10).fill(1));
  for (let g = 0; g < 50; g++) {
    const { genomes } = genetic.ask(state);
    state = genetic.tell(state, genomes, graded(genomes, sphere));
  }
  expect(sphere(genetic.mean(state))).toBeLessThan(1e-2);
});
