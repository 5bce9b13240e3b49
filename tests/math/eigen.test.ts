import { describe, expect, test } from 'vitest';
import { matrixFunction, symmetricEigen } from '../../src/math/eigen.ts';
import { stream } from '../../src/math/rng.ts';

function randomSymmetric(n: number): Float64Array {
  const rng = stream(1, 'symmetric', n);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = rng.normal();
      matrix[j * n + i] = matrix[i * n + j]!;
    }
  }
  return matrix;
}

/** Largest entries of V^T diag(values) V - A and of V V^T - I. */
function residue(matrix: Float64Array, n: number): { rebuilt: number; orthogonal: number } {
  const { values, vectors } = symmetricEigen(matrix, n);
  let rebuilt = 0;
  let orthogonal = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let a = 0;
      let b = 0;
      for (let k = 0; k < n; k++) {
        a += values[k]! * vectors[k * n + i]! * vectors[k * n + j]!;
        b += vectors[i * n + k]! * vectors[j * n + k]!;
      }
      rebuilt = Math.max(rebuilt, Math.abs(a - matrix[i * n + j]!));
      orthogonal = Math.max(orthogonal, Math.abs(b - (i === j ? 1 : 0)));
    }
  }
  return { rebuilt, orthogonal };
}

describe('symmetric eigendecomposition', () => {
  test.each([1, 2, 3, 4, 7, 30, 100])('decomposes a random matrix of %i rows', (n) => {
    const { rebuilt, orthogonal } = residue(randomSymmetric(n), n);
    expect(rebuilt).toBeLessThan(1e-14 * n);
    expect(orthogonal).toBeLessThan(1e-14 * n);
  });

  test('of a known matrix', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(1, 15);
    expect(values[1]).toBeCloseTo(3, 15);
    expect(Math.abs(vectors[2]!)).toBeCloseTo(Math.SQRT1_2, 15);
    expect(vectors[2]).toBeCloseTo(vectors[3]!, 15);
  });

  test('of a diagonal matrix sorts its values, equal ones and zeros included', () => {
    const n = 5;
    const matrix = new Float64Array(n * n);
    for (const [i, value] of [3, 0, -1, 3, 2].entries()) matrix[i * n + i] = value;
    expect(Array.from(symmetricEigen(matrix, n).values)).toEqual([-1, 0, 2, 3, 3]);
    expect(residue(matrix, n).rebuilt).toBe(0);
  });

  test('of a matrix of rank 1 keeps the small eigenvalues small', () => {
    const n = 20;
    const rng = stream(1, 'rank one');
    const v = Float64Array.from({ length: n }, rng.normal);
    const matrix = Float64Array.from({ length: n * n }, (_, at) => v[Math.floor(at / n)]! * v[at % n]!);
    const { values } = symmetricEigen(matrix, n);
    expect(Math.abs(values[n - 2]!)).toBeLessThan(1e-14 * values[n - 1]!);
    expect(residue(matrix, n).orthogonal).toBeLessThan(1e-13);
  });

  test('does not change the matrix and reads only its lower triangle', () => {
    const matrix = Float64Array.of(2, Number.NaN, 1, 2);
    symmetricEigen(matrix, 2);
    expect(matrix).toEqual(Float64Array.of(2, Number.NaN, 1, 2));
  });

  test('names an entry that is not a number', () => {
    expect(() => symmetricEigen(Float64Array.of(1, 0, Number.NaN, 1), 2)).toThrow('entry (1, 0) of the matrix is NaN');
  });
});

test('a function of a symmetric matrix applies to its eigenvalues', () => {
  const root = matrixFunction(symmetricEigen(Float64Array.of(5, 4, 4, 5), 2), Math.sqrt);
  for (const [i, value] of [2, 1, 1, 2].entries()) expect(root[i]).toBeCloseTo(value, 14);
});
