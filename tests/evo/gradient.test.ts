/** @module-tag slow */

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ars } from '../../src/evo/ars.ts';
import { openaiEs } from '../../src/evo/openai-es.ts';
import { pgpe } from '../../src/evo/pgpe.ts';
import { shapings } from '../../src/evo/shaping.ts';
import { sphere } from './landscapes.ts';
import { finalValues } from './run-search.ts';

describe('OpenAI-ES', () => {
  const begin = (some: object) => openaiEs.init(2, v.parse(openaiEs.settings, some), 1, [1, 2]);

  test('one step by hand', () => {
    const from = begin({ sigma: 0.5, rate: 0.1, weightDecay: 0.01, stepRule: 'sgd' });
    // epsilon = (1, 0) and (0, -1) with their opposites; utilities 1/6, -1/6, 1/2, -1/2.
    const to = openaiEs.tell(from, [[1.5, 2], [0.5, 2], [1, 1.5], [1, 2.5]], [3, 2, 9, 1]); // biome-ignore format: pairs
    // g = ((1/6 + 1/6) (1, 0) + (1/2 + 1/2) (0, -1)) / 4
    expect(to.mean[0]).toBeCloseTo(1 + 0.1 * (1 / 12 - 0.01 * 1), 14);
    expect(to.mean[1]).toBeCloseTo(2 + 0.1 * (-1 / 4 - 0.01 * 2), 14);
  });

  test('weight decay shrinks the weights when all fitnesses are equal', () => {
    let state = begin({ rate: 0.1, weightDecay: 0.1, stepRule: 'sgd' });
    for (let g = 0; g < 10; g++) state = openaiEs.tell(state, openaiEs.ask(state).genomes, new Array(32).fill(5));
    expect(state.mean[0]).toBeCloseTo(0.99 ** 10, 10);
    expect(state.mean[1]).toBeCloseTo(2 * 0.99 ** 10, 10);
  });

  test('gets as close as another program and stays there', () => {
    // Its median of 11 seeds after 3200 evaluations: 4.9e-4 in 10 dimensions, later up to 2.5e-3, and 0.32 in 100.
    const settings = { populationSize: 32, sigma: 0.1, rate: 0.05, weightDecay: 0 };
    expect(finalValues(openaiEs as never, sphere, { n: 10, evaluations: 3200, ...settings })[2]).toBeLessThan(
      1.3 * 4.9e-4,
    );
    expect(finalValues(openaiEs as never, sphere, { n: 10, evaluations: 9600, ...settings })[4]).toBeLessThan(2.5e-3);
    expect(finalValues(openaiEs as never, sphere, { n: 100, evaluations: 3200, ...settings })[2]).toBeLessThan(
      1.3 * 0.32,
    );
  });
});

describe('PGPE', () => {
  const begin = (some: object) => pgpe.init(2, v.parse(pgpe.settings, some), 1, [1, 2]);

  test('one step by hand', () => {
    const from = begin({ sigma: 0.5, topSpeed: 0.2 });
    // epsilon = (0.5, 1) and (1, -0.25) with their opposites; utilities 1/2, 1/6, -1/6, -1/2.
    const to = pgpe.tell(from, [[1.5, 3], [0.5, 1], [2, 1.75], [0, 2.25]], [4, 3, 2, 1]); // biome-ignore format: pairs
    // Mean: half of ((1/2 - 1/6) / 2 (0.5, 1) + (-1/6 + 1/2) / 2 (1, -0.25)) points along (1.5, 0.75) and so (2, 1),
    // and the first step is 0.75 of the top speed, 0.2 of the radius 0.5 sqrt 2.
    const length = (0.75 * 0.2 * 0.5 * Math.SQRT2) / Math.sqrt(5);
    expect(to.mean[0]).toBeCloseTo(1 + 2 * length, 14);
    expect(to.mean[1]).toBeCloseTo(2 + length, 14);
    // Deviations: half of ((1/2 + 1/6) / 2 (e1^2 - 0.25) / 0.5 + (-1/6 - 1/2) / 2 (e2^2 - 0.25) / 0.5), at a tenth.
    expect(to.sigma[0]).toBeCloseTo(0.5 + (0.1 / 2) * ((1 / 3) * 0 - (1 / 3) * 1.5), 14);
    expect(to.sigma[1]).toBeCloseTo(0.5 + (0.1 / 2) * ((1 / 3) * 1.5 - (1 / 3) * -0.375), 14);
  });

  test('no deviation changes by more than a fifth', () => {
    const from = begin({ sigma: 0.5, sigmaRate: 1 });
    const to = pgpe.tell(from, [[9, 2], [-7, 2], [1, 2], [1, 2]], [9, 8, 1, 0]); // biome-ignore format: pairs
    expect(to.sigma[0]).toBeCloseTo(0.6, 14);
    expect(to.sigma[1]).toBeCloseTo(0.5, 14);
  });

  test('steps are no longer than the top speed', () => {
    let state = begin({ sigma: 0.5, topSpeed: 0.2 });
    for (let g = 0; g < 20; g++) {
      const { genomes } = pgpe.ask(state);
      const next = pgpe.tell(
        state,
        genomes,
        genomes.map((x) => x[0]! + x[1]!),
      );
      const speed = Math.hypot(...next.mean.map((m, i) => m - state.mean[i]!));
      expect(speed).toBeLessThan(0.2 * 0.5 * Math.SQRT2 * (1 + 1e-12));
      state = next;
    }
  });

  test('gets as close as another program', () => {
    // Its medians of 11 seeds: 1.5e-2 (at most 3e-2) in 10 dimensions, in 100 2.4 and later 0.26 (at most 0.32).
    const settings = { populationSize: 32 };
    expect(finalValues(pgpe as never, sphere, { n: 10, evaluations: 3200, sigma: 0.5, ...settings })[2]).toBeLessThan(
      3e-2,
    );
    expect(finalValues(pgpe as never, sphere, { n: 100, evaluations: 3200, sigma: 0.2, ...settings })[2]).toBeLessThan(
      1.3 * 2.4,
    );
    expect(finalValues(pgpe as never, sphere, { n: 100, evaluations: 6400, sigma: 0.2, ...settings })[2]).toBeLessThan(
      0.32,
    );
  });
});

describe('ARS', () => {
  const begin = (some: object) => ars.init(2, v.parse(ars.settings, some), 1, [1, 2]);
  const pairs = [[1.5, 2], [0.5, 2], [1, 1], [1, 3], [1.25, 2.25], [0.75, 1.75]]; // biome-ignore format: pairs

  test('one step by hand', () => {
    const from = begin({ sigma: 0.5, rate: 0.1, topCount: 2 });
    // nu delta = (1, 0), (0, -2), (0.5, 0.5) / 2. The best episodes of the three are 8, 6 and 5: the first two count.
    const to = ars.tell(from, pairs, [8, 0, 4, 6, 5, -90]);
    const deviation = Math.sqrt((3.5 ** 2 + 4.5 ** 2 + 0.5 ** 2 + 1.5 ** 2) / 4);
    expect(to.mean[0]).toBeCloseTo(1 + (0.1 / (2 * deviation)) * 8 * 1, 14);
    expect(to.mean[1]).toBeCloseTo(2 + (0.1 / (2 * deviation)) * -2 * -2, 14);
  });

  test('a failed genome of a pair counts as the worst of all, kept or not', () => {
    const from = begin({ topCount: 1 });
    const failed = ars.tell(from, pairs, [8, Number.NaN, 4, 6, 5, -90]);
    expect(failed.mean).toEqual(ars.tell(from, pairs, [8, -90, 4, 6, 5, -90]).mean);
    expect(failed.mean[0]! - 1).toBeGreaterThan(0);
  });

  test('stays when all fitnesses are equal', () => {
    const from = begin({});
    expect(ars.tell(from, pairs, [7, 7, 7, 7, 7, 7]).mean).toEqual(from.mean);
    expect(ars.tell(from, pairs, new Array(6).fill(Number.NaN)).mean).toEqual(from.mean);
  });

  test('gets close to the optimum', () => {
    expect(finalValues(ars as never, sphere, { n: 10, evaluations: 3200, populationSize: 32 })[4]).toBeLessThan(1e-3);
    expect(finalValues(ars as never, sphere, { n: 100, evaluations: 6400, populationSize: 32 })[4]).toBeLessThan(0.3);
  });
});

describe.each([
  ['OpenAI-ES', openaiEs as never, { weightDecay: 0 }],
  ['ARS', ars as never, {}],
])('%s gets closer', (_name, optimizer, some) => {
  const rules = ['sgd', 'adam', 'clipup'].flatMap((rule) => shapings.map((shaping) => [rule, shaping] as const));

  test.each(rules)('by %s and %s', (stepRule, shaping) => {
    const settings = { n: 5, evaluations: 6400, populationSize: 32, rate: 0.02, stepRule, shaping, ...some };
    expect(finalValues(optimizer, sphere, settings)[2]).toBeLessThan(2); // from 5; sgd on raw fitness is slow
  });
});
