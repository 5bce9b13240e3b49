import { diagonalize } from './diagonal.ts';
import type { int } from './int.ts';
import { tridiagonalize } from './tridiagonal.ts';

/**
 * The eigenvalues of a symmetric matrix, in `d`, and its eigenvectors, in the rows of `v`. On entry the upper triangle of `v`
 * is that of the matrix, n x n by rows. `e` has room for n numbers, `rotations` for 2 n. Also compiled to WebAssembly.
 */
export function decompose(v: Float64Array, d: Float64Array, e: Float64Array, rotations: Float64Array, n: int): void {
  tridiagonalize(v, d, e, n);
  diagonalize(v, d, e, rotations, n);
}
