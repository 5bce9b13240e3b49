import { symmetricEigen } from '../../math/eigen.ts';
import { addOuters } from '../../math/linalg.ts';
import { squaredNorm } from '../vector.ts';
import type { CmaConstants } from './constants.ts';
import { decayFactor, rankMuWeight } from './search.ts';

/** The eigendecomposition C = B D^2 B^T of a covariance: the axes of its ellipsoid. */
export interface Axes {
  /** n x n by rows: row i is the direction of axis i, a column of B. */
  basis: Float64Array;
  /** Half length of each axis, the diagonal of D, rising. */
  scales: Float64Array;
}

/** Decomposes a covariance. Eigenvalues that rounding made zero or negative become very small ones. */
export function axesOf(covariance: Float64Array, n: number): Axes {
  const { values, vectors } = symmetricEigen(covariance, n);
  const least = values[n - 1]! * 1e-20;
  return { basis: vectors, scales: values.map((value) => Math.sqrt(Math.max(value, least))) };
}

/** B D z: maps an isotropic vector to the ellipsoid. */
export function scaleAndRotate({ basis, scales }: Axes, z: ArrayLike<number>): Float64Array {
  const n = scales.length;
  const y = new Float64Array(n);
  const length = (i: number) => scales[i]! * z[i]!;
  let i = 0;
  // Four axes at a time, added in their order: y is read and written once for four.
  for (; i + 3 < n; i += 4) addFour(y, basis, i * n, [length(i), length(i + 1), length(i + 2), length(i + 3)]);
  for (; i < n; i++) {
    const single = length(i);
    for (let j = 0; j < n; j++) y[j]! += single * basis[i * n + j]!;
  }
  return y;
}

/** Adds to y four rows of the basis, the first at index `a`, each times its length. */
function addFour(y: Float64Array, basis: Float64Array, a: number, lengths: [number, number, number, number]): void {
  const n = y.length;
  const [b, c, d] = [a + n, a + 2 * n, a + 3 * n];
  const [la, lb, lc, ld] = lengths;
  for (let j = 0; j < n; j++)
    y[j] = y[j]! + la * basis[a + j]! + lb * basis[b + j]! + lc * basis[c + j]! + ld * basis[d + j]!;
}

/** D^-1 B^T y: coordinates along the axes, in units of their half lengths. */
function alongAxes({ basis, scales }: Axes, y: Float64Array): Float64Array {
  const n = scales.length;
  const along = new Float64Array(n);
  let i = 0;
  // Four axes at a time: their sums are independent, so the processor can compute them in parallel.
  for (; i + 3 < n; i += 4) multiplyFour(along, basis, i, y);
  for (; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += basis[i * n + j]! * y[j]!;
    along[i] = sum;
  }
  return along.map((sum, i) => sum / scales[i]!);
}

/** The dot products of y with four rows of the basis, from row i on. */
function multiplyFour(along: Float64Array, basis: Float64Array, i: number, y: Float64Array): void {
  const n = y.length;
  const [a, b, c, d] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n];
  let [sa, sb, sc, sd] = [0, 0, 0, 0];
  for (let j = 0; j < n; j++) {
    const yj = y[j]!;
    sa += basis[a + j]! * yj;
    sb += basis[b + j]! * yj;
    sc += basis[c + j]! * yj;
    sd += basis[d + j]! * yj;
  }
  along[i] = sa;
  along[i + 1] = sb;
  along[i + 2] = sc;
  along[i + 3] = sd;
}

/** C^-1/2 y = B D^-1 B^T y. */
export function whiten(axes: Axes, y: Float64Array): Float64Array {
  const rotation = { basis: axes.basis, scales: new Float64Array(y.length).fill(1) };
  return scaleAndRotate(rotation, alongAxes(axes, y));
}

/** |C^-1/2 y|. */
function whitenedNorm(axes: Axes, y: Float64Array): number {
  return Math.sqrt(squaredNorm(alongAxes(axes, y)));
}

/**
 * The covariance after one more generation: Hansen 2016, eq. 46 and 47.
 *
 * @param steps y of all genomes, best first.
 */
export function updateCovariance(
  covariance: Float64Array,
  axes: Axes,
  constants: CmaConstants,
  steps: readonly Float64Array[],
  pathC: Float64Array,
  hSigma: number,
): Float64Array {
  const n = pathC.length;
  const factor = decayFactor(constants, hSigma);
  const next = covariance.map((c) => factor * c);
  const ranked = steps.map((y, rank) => ({ weight: rankMuWeight(constants, rank, n, () => whitenedNorm(axes, y)), y }));
  addOuters(next, [{ weight: constants.c1, y: pathC }, ...ranked.filter(({ weight }) => weight !== 0)]);
  return mirrorLowerTriangle(next, n);
}

/** Copies the lower triangle of a matrix into its upper one, in place. */
function mirrorLowerTriangle(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[j * n + i] = matrix[i * n + j]!;
  return matrix;
}
