/**
 * The smallest useful deviation of a weight around `mean`. The spacing of single-precision numbers there is 2^-23 |mean|;
 * with a smaller deviation, rounding would decide more than sampling, and an optimizer would learn from the rounding.
 */
export function minSigma(mean: number): number {
  return Math.max(Math.abs(mean) * 4.76837158203125e-7, 1e-30); // 2^-21
}
