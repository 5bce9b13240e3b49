import { product } from './linalg.ts';
import { tridiagonalize } from './tridiagonal.ts';

/** A = sum over i of values[i] v_i v_i^T. */
export interface Eigen {
  /** n eigenvalues, rising. */
  values: Float64Array;
  /** n x n, row by row: row i is v_i, the unit eigenvector of values[i]. */
  vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, n x n row by row; only its lower triangle is read.
 * Householder's reduction, then the implicit QL method (EISPACK's tred2 and tql2, Bowdler, Martin, Reinsch & Wilkinson
 * 1968; laid out by rows so that inner loops run along memory). About 9 n^3 operations.
 * Throws a RangeError when an entry is not finite.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = matrix[i * n + j] as number;
      if (!Number.isFinite(entry)) throw new RangeError(`entry (${i}, ${j}) of the matrix is ${entry}`);
      rows[j * n + i] = entry;
    }
  }
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  tridiagonalize(rows, diagonal, beside, n);
  diagonalize(rows, diagonal, beside, n);
  return sorted(rows, diagonal, n);
}

/** The matrix of the same eigenvectors whose eigenvalues are `f` of these: exp gives the matrix exponential. */
export function spectral({ values, vectors }: Eigen, f: (value: number) => number): Float64Array {
  const n = values.length;
  const scaled = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const factor = f(values[k] as number);
    for (let i = 0; i < n; i++) scaled[i * n + k] = factor * (vectors[k * n + i] as number);
  }
  return product(scaled, vectors, n);
}

/** tql2: leaves the eigenvalues in d and their vectors in the rows of v. */
function diagonalize(v: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  let shift = 0;
  let size = 0;
  for (let l = 0; l < n; l++) {
    size = Math.max(size, Math.abs(d[l] as number) + Math.abs(e[l] as number));
    const small = size * 2.220446049250313e-16;
    let m = l;
    while (m < n - 1 && Math.abs(e[m] as number) > small) m++;
    while (m > l && Math.abs(e[l] as number) > small) {
      const g = d[l] as number;
      const el = e[l] as number;
      const slope = ((d[l + 1] as number) - g) / (2 * el);
      const r = slope < 0 ? -Math.sqrt(slope * slope + 1) : Math.sqrt(slope * slope + 1);
      d[l] = el / (slope + r);
      d[l + 1] = el * (slope + r);
      const h = g - (d[l] as number);
      for (let i = l + 2; i < n; i++) d[i] = (d[i] as number) - h;
      shift += h;
      sweep(v, d, e, l, m, n);
    }
    d[l] = (d[l] as number) + shift;
    e[l] = 0;
  }
}

/** One implicit QL step between l and m. */
function sweep(v: Float64Array, d: Float64Array, e: Float64Array, l: number, m: number, n: number): void {
  const dl1 = d[l + 1] as number;
  const el1 = e[l + 1] as number;
  const turns = new Float64Array(2 * (m - l));
  let p = d[m] as number;
  let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
  for (let i = m - 1; i >= l; i--) {
    c3 = c2;
    c2 = c;
    s2 = s;
    const ei = e[i] as number;
    const di = d[i] as number;
    const g = c * ei;
    const h = c * p;
    const r = Math.sqrt(p * p + ei * ei);
    e[i + 1] = s * r;
    s = ei / r;
    c = p / r;
    p = c * di - s * g;
    d[i + 1] = h + s * (c * g + s * di);
    turns[2 * (i - l)] = c;
    turns[2 * (i - l) + 1] = s;
  }
  rotate(v, turns, l, m, n);
  p = (-s * s2 * c3 * el1 * (e[l] as number)) / dl1;
  e[l] = s * p;
  d[l] = c * p;
}

/** Turns rows m and m - 1 of v by the last cosine and sine in `turns`, and so on down to rows l + 1 and l by the first. */
function rotate(v: Float64Array, turns: Float64Array, l: number, m: number, n: number): void {
  let i = m - 1;
  for (; i > l; i -= 2) rotateTwice(v, turns, 2 * (i - 1 - l), (i - 1) * n, n);
  if (i < l) return;
  const c = turns[0] as number;
  const s = turns[1] as number;
  for (let k = l * n; k < (l + 1) * n; k++) {
    const x = v[k + n] as number;
    const y = v[k] as number;
    v[k + n] = s * y + c * x;
    v[k] = c * y - s * x;
  }
}

/** The third and second of three rows from `row` on, then the second and first: the row they share is read only once. */
function rotateTwice(v: Float64Array, turns: Float64Array, at: number, row: number, n: number): void {
  const c2 = turns[at] as number;
  const s2 = turns[at + 1] as number;
  const c = turns[at + 2] as number;
  const s = turns[at + 3] as number;
  for (let k = row; k < row + n; k++) {
    const x = v[k + n + n] as number;
    const y = v[k + n] as number;
    const z = v[k] as number;
    const between = c * y - s * x;
    v[k + n + n] = s * y + c * x;
    v[k + n] = s2 * z + c2 * between;
    v[k] = c2 * z - s2 * between;
  }
}

function sorted(rows: Float64Array, d: Float64Array, n: number): Eigen {
  const order = Array.from(d.keys()).sort((i, j) => (d[i] as number) - (d[j] as number) || i - j);
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  for (const [place, i] of order.entries()) {
    values[place] = d[i] as number;
    vectors.set(rows.subarray(i * n, i * n + n), place * n);
  }
  return { values, vectors };
}
