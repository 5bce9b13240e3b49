import { expect, test } from 'vitest';
import { applied, product } from '../../src/math/linalg.ts';
import { stream } from '../../src/math/rng.ts';
import { factors, solve } from '../../src/math/solve.ts';

test('solves by hand', () => {
  // 2 y = 4, 3 x + y = 5: the first row has no x, so the rows must change places.
  expect(Array.from(solve(factors(Float64Array.of(0, 2, 3, 1), 2), [4, 5]))).toEqual([1, 2]);
});

test.each([1, 2, 7, 40])('undoes a matrix of %i rows', (n) => {
  const rng = stream(n, 'solve');
  const a = new Float64Array(n * n).map(rng.normal);
  const x = new Float64Array(n).map(rng.normal);
  for (const [i, value] of solve(factors(a, n), applied(a, x)).entries()) expect(value).toBeCloseTo(x[i] as number, 10);
});

test('gives no finite answer where there is none', () => {
  const singular = Float64Array.of(1, 2, 2, 4);
  expect(Array.from(solve(factors(singular, 2), [1, 1])).every(Number.isFinite)).toBe(false);
});

test('a product is what its factors do one after the other', () => {
  const a = Float64Array.of(1, 2, 3, 4);
  const b = Float64Array.of(0, 1, 5, -2);
  expect(Array.from(product(a, b, 2))).toEqual([10, -3, 20, -5]);
  expect(Array.from(applied(a, applied(b, [7, 1])))).toEqual(Array.from(applied(product(a, b, 2), [7, 1])));
});
