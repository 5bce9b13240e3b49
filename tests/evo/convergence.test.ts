/** @module-tag slow */

import { describe, expect, test } from 'vitest';
import { cmaEs } from '../../src/evo/cma-es.ts';
import { sepCmaEs } from '../../src/evo/sep-cma-es.ts';
import { snes } from '../../src/evo/snes.ts';
import { xnes } from '../../src/evo/xnes.ts';
import { cigar, differentPowers, ellipsoid, rastrigin, rosenbrock, sphere, tablet, turned } from './landscapes.ts';
import { evaluationsUntil, five, medianEvaluations } from './search.ts';

/**
 * By dimension, the median evaluations to 1e-9 of other programs (pycma 4.4.0, and NES written straight from the paper)
 * with the usual population, from (1, ..., 1) and a first step of 0.5, Rosenbrock's from (0.1, ..., 0.1) and 0.1.
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
] as const)('$name finds the least', (optimizer, landscape, table) => {
  const from = landscape === rosenbrock ? { x0: 0.1, sigma: 0.1 } : { x0: 1, sigma: 0.5 };
  const name = Object.entries({ cigar, differentPowers, ellipsoid, rosenbrock, sphere, tablet }).find(
    ([, each]) => each === landscape,
  )?.[0];

  test.each(Object.entries(table))(`of ${name} in %s dimensions about as fast as others do`, (dimension, usual) => {
    const n = Number(dimension);
    const found = medianEvaluations(optimizer as never, landscape, { n, ...from, limit: 10 * usual });
    expect(found).toBeLessThanOrEqual(1.3 * usual);
  });
});

test.each([cmaEs, xnes])('$name finds the least of a turned ellipsoid as fast as of a straight one', (optimizer) => {
  const count = (landscape: typeof sphere) =>
    medianEvaluations(optimizer as never, landscape, { n: 6, x0: 1, sigma: 0.5, limit: 20_000 });
  const ratio = count(turned(ellipsoid)) / count(ellipsoid);
  expect(ratio).toBeLessThan(1.2);
  expect(ratio).toBeGreaterThan(1 / 1.2);
});

test('those that learn a scale for each weight alone do not', () => {
  const from = { n: 6, x0: 1, sigma: 0.5, limit: 8000 };
  for (const optimizer of [snes, sepCmaEs])
    expect(medianEvaluations(optimizer as never, turned(ellipsoid), from)).toBe(Number.POSITIVE_INFINITY);
});

describe('where there are many dents', () => {
  const solved = (n: number, populationSize: number, restart: string) =>
    five(cmaEs as never, n, 3, { populationSize, sigma: 2, restart })
      .map((from) => evaluationsUntil(cmaEs as never, from, rastrigin, { target: 1e-8, limit: 40_000 }))
      .filter(Number.isFinite).length;

  test('a large population sees over them now and then', () => {
    expect(solved(5, 50, 'none')).toBeGreaterThanOrEqual(1);
    expect(solved(10, 200, 'none')).toBeGreaterThanOrEqual(1);
  });

  test('restarts find the way where a small one does not', () => {
    expect(solved(5, 8, 'none')).toBeLessThan(5);
    expect(solved(5, 8, 'ipop')).toBe(5);
  });
});
