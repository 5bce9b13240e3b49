/** @module-tag slow */

import { describe, expect, test } from 'vitest';
import { cmaEs } from '../../src/evo/cma-es.ts';
import { sepCmaEs } from '../../src/evo/sep-cma-es.ts';
import { snes } from '../../src/evo/snes.ts';
import { xnes } from '../../src/evo/xnes.ts';
import { cigar, differentPowers, ellipsoid, rastrigin, rosenbrock, rotated, sphere, tablet } from './landscapes.ts';
import { evaluationsUntil, fiveStarts, medianEvaluations } from './run-search.ts';

/**
 * Median evaluations to 1e-9 of reference implementations, by dimension: pycma 4.4.0, and NES written from the paper, with the
 * default population, started at (1, ..., 1) with sigma 0.5; on Rosenbrock at (0.1, ..., 0.1) with 0.1.
 */
describe.each([
  [cmaEs, sphere, { 2: 240, 5: 696, 8: 1200, 10: 1430, 20: 2772 }],
  [cmaEs, ellipsoid, { 2: 486, 5: 1528, 8: 2860, 10: 4060, 20: 13032 }],
  [cmaEs, cigar, { 2: 486, 5: 1656, 8: 3230, 10: 4060 }],
  [cmaEs, tablet, { 2: 456, 5: 1312, 8: 2270, 10: 3100 }],
  [cmaEs, rosenbrock, { 2: 480, 5: 1696, 8: 3660, 10: 4880 }],
  [cmaEs, differentPowers, { 2: 222, 5: 672, 8: 1220, 10: 1660 }],
  [sepCmaEs, sphere, { 10: 1290, 20: 2340, 40: 4755 }],
  [sepCmaEs, ellipsoid, { 10: 2320, 20: 4656, 40: 9795 }],
  [snes, sphere, { 5: 936, 10: 2010, 20: 4224 }],
  [snes, ellipsoid, { 5: 1440, 10: 2860, 20: 5892 }],
  [xnes, sphere, { 5: 1632, 10: 6400 }],
  [xnes, ellipsoid, { 5: 2416, 8: 6170 }],
  [xnes, rosenbrock, { 2: 756, 5: 2688, 8: 6200 }],
] as const)('$name finds the minimum', (optimizer, landscape, table) => {
  const from = landscape === rosenbrock ? { x0: 0.1, sigma: 0.1 } : { x0: 1, sigma: 0.5 };
  const name = Object.entries({ cigar, differentPowers, ellipsoid, rosenbrock, sphere, tablet }).find(
    ([, each]) => each === landscape,
  )?.[0];

  test.each(Object.entries(table))(
    `of ${name} in %s dimensions about as fast as the reference`,
    (dimension, reference) => {
      const n = Number(dimension);
      const found = medianEvaluations(optimizer as never, landscape, { n, ...from, limit: 10 * reference });
      expect(found).toBeLessThanOrEqual(1.3 * reference);
    },
  );
});

test.each([cmaEs, xnes])(
  '$name finds the minimum of a rotated ellipsoid as fast as of an axis-parallel one',
  (optimizer) => {
    const count = (landscape: typeof sphere) =>
      medianEvaluations(optimizer as never, landscape, { n: 6, x0: 1, sigma: 0.5, limit: 20_000 });
    const ratio = count(rotated(ellipsoid)) / count(ellipsoid);
    expect(ratio).toBeLessThan(1.2);
    expect(ratio).toBeGreaterThan(1 / 1.2);
  },
);

test('separable optimizers do not find the minimum of a rotated ellipsoid in time', () => {
  const from = { n: 6, x0: 1, sigma: 0.5, limit: 8000 };
  for (const optimizer of [snes, sepCmaEs])
    expect(medianEvaluations(optimizer as never, rotated(ellipsoid), from)).toBe(Number.POSITIVE_INFINITY);
});

describe('with many local minima', () => {
  const solved = (n: number, populationSize: number, restart: string) =>
    fiveStarts(cmaEs as never, n, 3, { populationSize, sigma: 2, restart })
      .map((from) => evaluationsUntil(cmaEs as never, from, rastrigin, { target: 1e-8, limit: 40_000 }))
      .filter(Number.isFinite).length;

  test('a large population sometimes finds the global one', () => {
    expect(solved(5, 50, 'none')).toBeGreaterThanOrEqual(1);
    expect(solved(10, 200, 'none')).toBeGreaterThanOrEqual(1);
  });

  test('restarts find the global one where a small population alone does not', () => {
    expect(solved(5, 8, 'none')).toBeLessThan(5);
    expect(solved(5, 8, 'ipop')).toBe(5);
  });
});
