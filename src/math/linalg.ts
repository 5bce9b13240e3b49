// Matrices are n x n, stored by rows.

/** A B. */
export function matrixProduct(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n * n; i += n) {
    for (let k = 0; k < n; k++) {
      const factor = a[i + k]!;
      const row = k * n;
      for (let j = 0; j < n; j++) c[i + j]! += factor * b[row + j]!;
    }
  }
  return c;
}

/** A x. */
export function matrixTimesVector(matrix: Float64Array, x: ArrayLike<number>): Float64Array {
  const n = x.length;
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * x[j]!;
    y[i] = sum;
  }
  return y;
}

/** Adds weight y y^T to the lower triangle of a matrix, in place. */
export function addOuter(matrix: Float64Array, weight: number, y: Float64Array): void {
  const n = y.length;
  for (let i = 0; i < n; i++) {
    const yi = y[i]!;
    const row = i * n;
    for (let j = 0; j <= i; j++) matrix[row + j]! += weight * (yi * y[j]!);
  }
}

/** The identity matrix. */
export function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}
