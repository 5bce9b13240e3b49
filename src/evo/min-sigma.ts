/**
 * A deviation below which genomes around `mean` would differ by their rounding to single precision more than by chance:
 * their spacing there is 2^-23 of the size. An optimizer that shrank further would learn from the rounding.
 */
export function minSigma(mean: number): number {
  return Math.max(Math.abs(mean) * 4.76837158203125e-7, 1e-30); // 2^-21
}
