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

/** The product of two matrices, n x n row by row. */
export function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n * n; i += n) {
    for (let k = 0; k < n; k++) {
      const factor = a[i + k] as number;
      const row = k * n;
      for (let j = 0; j < n; j++) c[i + j] = (c[i + j] as number) + factor * (b[row + j] as number);
    }
  }
  return c;
}

/** A matrix, n x n row by row, times a vector. */
export function applied(matrix: Float64Array, x: ArrayLike<number>): Float64Array {
  const n = x.length;
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (matrix[i * n + j] as number) * (x[j] as number);
    y[i] = sum;
  }
  return y;
}

/** Adds weight y y^T to the lower triangle of a matrix, n x n row by row, in place. */
export function addOuter(matrix: Float64Array, weight: number, y: Float64Array): void {
  const n = y.length;
  for (let i = 0; i < n; i++) {
    const yi = y[i] as number;
    const row = i * n;
    for (let j = 0; j <= i; j++) matrix[row + j] = (matrix[row + j] as number) + weight * (yi * (y[j] as number));
  }
}

/** The identity, n x n. */
export function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
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
    const row = i * n;
    for (let k = row; k < row + n; k++) {
      const x = v[k + n] as number;
      const y = v[k] as number;
      v[k + n] = s * y + c * x;
      v[k] = c * y - s * x;
    }
  }
  p = (-s * s2 * c3 * el1 * (e[l] as number)) / dl1;
  e[l] = s * p;
  d[l] = c * p;
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
