import { expect, test } from 'vitest';
import { matrixProduct, matrixTimesVector } from '../../src/math/linalg.ts';
import { luDecompose, luSolve } from '../../src/math/lu.ts';
import { stream } from '../../src/math/rng.ts';

test('solves by hand', () => {
  // 2 y = 4, 3 x + y = 5: the first row has no x, so the rows have to be swapped.
  expect(Array.from(luSolve(luDecompose(Float64Array.of(0, 2, 3, 1), 2), [4, 5]))).toEqual([1, 2]);
});

test.each([1, 2, 7, 40])('solves a random system of %i rows', (n) => {
  const rng = stream(n, 'solve');
  const a = new Float64Array(n * n).map(rng.normal);
  const x = new Float64Array(n).map(rng.normal);
  for (const [i, value] of luSolve(luDecompose(a, n), matrixTimesVector(a, x)).entries())
    expect(value).toBeCloseTo(x[i]!, 10);
});

test('gives no finite result for a singular matrix', () => {
  const singular = Float64Array.of(1, 2, 2, 4);
  expect(Array.from(luSolve(luDecompose(singular, 2), [1, 1])).every(Number.isFinite)).toBe(false);
});

test('a matrix product equals applying both matrices in turn', () => {
  const a = Float64Array.of(1, 2, 3, 4);
  const b = Float64Array.of(0, 1, 5, -2);
  expect(Array.from(matrixProduct(a, b, 2))).toEqual([10, -3, 20, -5]);
  expect(Array.from(matrixTimesVector(a, matrixTimesVector(b, [7, 1])))).toEqual(
    Array.from(matrixTimesVector(matrixProduct(a, b, 2), [7, 1])),
  );
});
