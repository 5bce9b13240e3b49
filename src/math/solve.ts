/** A square matrix taken apart so that systems of equations with it are quickly solved: its rows in another order are L U. */
export interface Factors {
  /** n x n row by row: U on and above the diagonal, L below it, whose own diagonal is 1. */
  lu: Float64Array;
  /** Row i of L U is row order[i] of the matrix. */
  order: Int32Array;
}

/** Gaussian elimination, the largest of each column first. About 2/3 n^3 operations. The matrix is n x n row by row. */
export function factors(matrix: Float64Array, n: number): Factors {
  const lu = matrix.slice();
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < n; k++) {
    let largest = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(lu[i * n + k] as number) > Math.abs(lu[largest * n + k] as number)) largest = i;
    if (largest !== k) exchange(lu, order, k, largest, n);
    const pivot = lu[k * n + k] as number;
    for (let i = k + 1; i < n; i++) {
      const factor = pivot === 0 ? 0 : (lu[i * n + k] as number) / pivot;
      lu[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) lu[i * n + j] = (lu[i * n + j] as number) - factor * (lu[k * n + j] as number);
    }
  }
  return { lu, order };
}

/** The x of A x = b; not finite where A has no inverse. */
export function solve({ lu, order }: Factors, b: ArrayLike<number>): Float64Array {
  const n = order.length;
  const x = Float64Array.from(order, (row) => b[row] as number);
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let j = 0; j < i; j++) sum -= (lu[i * n + j] as number) * (x[j] as number);
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (lu[i * n + j] as number) * (x[j] as number);
    x[i] = sum / (lu[i * n + i] as number);
  }
  return x;
}

function exchange(lu: Float64Array, order: Int32Array, a: number, b: number, n: number): void {
  for (let j = 0; j < n; j++) {
    const kept = lu[a * n + j] as number;
    lu[a * n + j] = lu[b * n + j] as number;
    lu[b * n + j] = kept;
  }
  const row = order[a] as number;
  order[a] = order[b] as number;
  order[b] = row;
}
