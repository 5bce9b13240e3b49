/** The sum of the squares of a vector's components. */
export function squareLength(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (vector[i] as number);
  return sum;
}

/**
 * Sum over genomes of what each is worth times its way from `centre`. Added up in the `order` given, best first, so that the
 * order in which the genomes came cannot matter to the last bit.
 */
export function pull(
  centre: Float64Array,
  genomes: readonly ArrayLike<number>[],
  worth: Float64Array,
  order: readonly number[],
): Float64Array {
  const sum = new Float64Array(centre.length);
  for (const k of order) {
    const genome = genomes[k] as ArrayLike<number>;
    const weight = worth[k] as number;
    for (let i = 0; i < sum.length; i++)
      sum[i] = (sum[i] as number) + weight * ((genome[i] as number) - (centre[i] as number));
  }
  return sum;
}
