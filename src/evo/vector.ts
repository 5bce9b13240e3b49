/** |x|^2. */
export function squaredNorm(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  return sum;
}

/**
 * Sum over k of u_k (x_k - m): genomes x weighted by utilities u, as deviations from the mean m. Summed in the given `order`
 * (best first), so that the order in which the genomes came does not change a bit of the result.
 */
export function weightedDeviationSum(
  mean: Float64Array,
  genomes: readonly ArrayLike<number>[],
  utilities: Float64Array,
  order: readonly number[],
): Float64Array {
  const sum = new Float64Array(mean.length);
  for (const k of order) {
    const x = genomes[k]!;
    const u = utilities[k]!;
    for (let i = 0; i < sum.length; i++) sum[i]! += u * (x[i]! - mean[i]!);
  }
  return sum;
}
