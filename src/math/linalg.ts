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

/** A vector y and the weight of its outer product y y^T. */
export interface WeightedVector {
  weight: number;
  y: Float64Array;
}

/** Adds weighted outer products to the lower triangle of a matrix, in place: the bits of `addOuter` for each in turn. */
export function addOuters(matrix: Float64Array, vectors: readonly WeightedVector[]): void {
  let k = 0;
  // Four at a time, so that the matrix is read and written once for four.
  for (; k + 3 < vectors.length; k += 4) addFour(matrix, vectors.slice(k, k + 4));
  for (const { weight, y } of vectors.slice(k)) addOuter(matrix, weight, y);
}

function addFour(matrix: Float64Array, four: readonly WeightedVector[]): void {
  const [w0, w1, w2, w3] = four.map(({ weight }) => weight) as [number, number, number, number];
  const [y0, y1, y2, y3] = four.map(({ y }) => y) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const n = y0.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const a = y0[i]!;
    const b = y1[i]!;
    const c = y2[i]!;
    const d = y3[i]!;
    for (let j = 0; j <= i; j++) {
      matrix[row + j] =
        matrix[row + j]! + w0 * (a * y0[j]!) + w1 * (b * y1[j]!) + w2 * (c * y2[j]!) + w3 * (d * y3[j]!);
    }
  }
}

/** The identity matrix. */
export function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}
