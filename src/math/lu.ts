/** LU decomposition with partial pivoting: the rows of the matrix, in another order, are L U. */
export interface LuFactors {
  /** n x n by rows: U on and above the diagonal, L below it; the diagonal of L is 1. */
  lu: Float64Array;
  /** Row i of L U is row order[i] of the matrix. */
  order: Int32Array;
}

/** Decomposes an n x n matrix, stored by rows. About 2/3 n^3 operations. */
export function luDecompose(matrix: Float64Array, n: number): LuFactors {
  const lu = matrix.slice();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < n; k++) {
    let largest = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]!) > Math.abs(lu[largest * n + k]!)) largest = i;
    if (largest !== k) swapRows(lu, order, k, largest, n);
    const pivot = lu[k * n + k]!;
    for (let i = k + 1; i < n; i++) {
      const factor = pivot === 0 ? 0 : lu[i * n + k]! / pivot;
      lu[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) lu[i * n + j]! -= factor * lu[k * n + j]!;
    }
  }
  return { lu, order };
}

/** Solves A x = b. Components of x are not finite when A is singular. */
export function luSolve({ lu, order }: LuFactors, b: ArrayLike<number>): Float64Array {
  const n = order.length;
  const x = Float64Array.from(order, (row) => b[row]!);
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let j = 0; j < i; j++) sum -= lu[i * n + j]! * x[j]!;
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= lu[i * n + j]! * x[j]!;
    x[i] = sum / lu[i * n + i]!;
  }
  return x;
}

function swapRows(lu: Float64Array, order: Int32Array, a: number, b: number, n: number): void {
  for (let j = 0; j < n; j++) {
    const entry = lu[a * n + j]!;
    lu[a * n + j] = lu[b * n + j]!;
    lu[b * n + j] = entry;
  }
  const row = order[a]!;
  order[a] = order[b]!;
  order[b] = row;
}
