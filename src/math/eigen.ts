import { eigenSpace } from './eigen-space.ts';
import { matrixProduct } from './linalg.ts';

/** The eigendecomposition of a symmetric matrix: A = sum over i of values[i] v_i v_i^T. */
export interface Eigen {
  /** The n eigenvalues, rising. */
  values: Float64Array;
  /** n x n, row by row: row i is v_i, the unit eigenvector of values[i]. */
  vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, n x n row by row; only its lower triangle is read.
 * Householder reduction, then the implicit QL method (EISPACK's tred2 and tql2, Bowdler, Martin, Reinsch & Wilkinson 1968),
 * stored by rows so that inner loops run along memory. About 9 n^3 operations.
 * Throws a RangeError when an entry is not finite.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const { v, d, decompose } = eigenSpace(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = matrix[i * n + j]!;
      if (!Number.isFinite(entry)) throw new RangeError(`entry (${i}, ${j}) of the matrix is ${entry}`);
      v[j * n + i] = entry;
    }
  }
  decompose();
  return sortByEigenvalue(v, d, n);
}

/** f of a symmetric matrix: same eigenvectors, eigenvalues f(value). With exp it is the matrix exponential. */
export function matrixFunction({ values, vectors }: Eigen, f: (value: number) => number): Float64Array {
  const n = values.length;
  const scaled = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const factor = f(values[k]!);
    for (let i = 0; i < n; i++) scaled[i * n + k] = factor * vectors[k * n + i]!;
  }
  return matrixProduct(scaled, vectors, n);
}

function sortByEigenvalue(rows: Float64Array, d: Float64Array, n: number): Eigen {
  const order = Array.from(d.keys()).sort((i, j) => d[i]! - d[j]! || i - j);
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  for (const [k, i] of order.entries()) {
    values[k] = d[i]!;
    vectors.set(rows.subarray(i * n, i * n + n), k * n);
  }
  return { values, vectors };
}
