import { symmetricEigen } from '../../math/eigen.ts';
import { addOuter } from '../../math/linalg.ts';
import { squareLength } from '../vector.ts';
import type { CmaConstants } from './constants.ts';
import { kept, learned } from './search.ts';

/** The axes of an ellipsoid in n dimensions: C = B D^2 B^T taken apart. */
export interface Axes {
  /** n x n by rows: row i is the direction of axis i, a column of B. */
  basis: Float64Array;
  /** Half length of each axis, the diagonal of D, rising. */
  scales: Float64Array;
}

/** The axes of a covariance; those that rounding made negative or nothing count as very thin. */
export function axesOf(covariance: Float64Array, n: number): Axes {
  const { values, vectors } = symmetricEigen(covariance, n);
  const least = (values[n - 1] as number) * 1e-20;
  return { basis: vectors, scales: values.map((value) => Math.sqrt(Math.max(value, least))) };
}

/** B D z: a vector of the ball brought into the ellipsoid. */
export function shaped({ basis, scales }: Axes, z: ArrayLike<number>): Float64Array {
  const n = scales.length;
  const y = new Float64Array(n);
  const length = (i: number) => (scales[i] as number) * (z[i] as number);
  let i = 0;
  // Four axes at a time, added in their order: y is read and written once for all of them.
  for (; i + 3 < n; i += 4) addFour(y, basis, i * n, [length(i), length(i + 1), length(i + 2), length(i + 3)]);
  for (; i < n; i++) {
    const single = length(i);
    for (let j = 0; j < n; j++) y[j] = (y[j] as number) + single * (basis[i * n + j] as number);
  }
  return y;
}

/** Adds to y four rows of the basis, the first at `a`, each at its length. */
function addFour(y: Float64Array, basis: Float64Array, a: number, lengths: [number, number, number, number]): void {
  const n = y.length;
  const [b, c, d] = [a + n, a + 2 * n, a + 3 * n];
  const [la, lb, lc, ld] = lengths;
  for (let j = 0; j < n; j++)
    y[j] =
      (y[j] as number) +
      la * (basis[a + j] as number) +
      lb * (basis[b + j] as number) +
      lc * (basis[c + j] as number) +
      ld * (basis[d + j] as number);
}

/** D^-1 B^T y: a vector of the ellipsoid brought back into the ball, seen along the axes. */
function alongAxes({ basis, scales }: Axes, y: Float64Array): Float64Array {
  const n = scales.length;
  const along = new Float64Array(n);
  let i = 0;
  // Four axes at a time: their sums are independent, so the machine need not wait for one to go on with the next.
  for (; i + 3 < n; i += 4) multiplyFour(along, basis, i, y);
  for (; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (basis[i * n + j] as number) * (y[j] as number);
    along[i] = sum;
  }
  return along.map((sum, i) => sum / (scales[i] as number));
}

/** The products of y with four rows of the basis from row i on. */
function multiplyFour(along: Float64Array, basis: Float64Array, i: number, y: Float64Array): void {
  const n = y.length;
  const [a, b, c, d] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n];
  let [sa, sb, sc, sd] = [0, 0, 0, 0];
  for (let j = 0; j < n; j++) {
    const yj = y[j] as number;
    sa += (basis[a + j] as number) * yj;
    sb += (basis[b + j] as number) * yj;
    sc += (basis[c + j] as number) * yj;
    sd += (basis[d + j] as number) * yj;
  }
  along[i] = sa;
  along[i + 1] = sb;
  along[i + 2] = sc;
  along[i + 3] = sd;
}

/** C^-1/2 y = B D^-1 B^T y. */
export function whitened(axes: Axes, y: Float64Array): Float64Array {
  const round = { basis: axes.basis, scales: new Float64Array(y.length).fill(1) };
  return shaped(round, alongAxes(axes, y));
}

/** |C^-1/2 y|. */
function whitenedLength(axes: Axes, y: Float64Array): number {
  return Math.sqrt(squareLength(alongAxes(axes, y)));
}

/**
 * The covariance after one more generation (Hansen 2016, eq. 46-47): a little less of what it was, a little of the path, and
 * each step by the weight of its place, best first. Steps away from failures count alike however long they were.
 */
export function adapted(
  covariance: Float64Array,
  axes: Axes,
  constants: CmaConstants,
  steps: readonly Float64Array[],
  pathC: Float64Array,
  h: number,
): Float64Array {
  const n = pathC.length;
  const factor = kept(constants, h);
  const next = covariance.map((c) => factor * c);
  addOuter(next, constants.c1, pathC);
  for (const [place, y] of steps.entries()) {
    const weight = learned(constants, place, n, () => whitenedLength(axes, y));
    if (weight !== 0) addOuter(next, weight, y);
  }
  return mirrored(next, n);
}

/** Copies the lower triangle of a matrix into its upper one, in place. */
function mirrored(matrix: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[j * n + i] = matrix[i * n + j] as number;
  return matrix;
}
