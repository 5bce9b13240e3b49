// Matrices are n x n, row by row.

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
