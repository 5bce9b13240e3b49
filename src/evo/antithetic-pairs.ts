/**
 * Groups genomes into search directions: each direction holds the indices of one antithetic pair, or of a single genome
 * without an opposite. Directions stand in the order of their better genome. Pairs are found by comparing weights, so the
 * indices may come in any order.
 *
 * @param order indices of the genomes to group, best first.
 */
export function searchDirections(
  mean: Float64Array,
  genomes: readonly ArrayLike<number>[],
  order: readonly number[],
): number[][] {
  const unpaired = new Set(order);
  const directions: number[][] = [];
  for (const k of order) {
    if (!unpaired.delete(k)) continue;
    const direction = [k];
    for (const l of unpaired) {
      if (!areAntithetic(mean, genomes[k]!, genomes[l]!)) continue;
      unpaired.delete(l);
      direction.push(l);
      break;
    }
    directions.push(direction);
  }
  return directions;
}

/** Whether the mean is midway between two genomes, within the rounding of single precision. */
function areAntithetic(mean: Float64Array, a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < mean.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    const tolerance = (Math.abs(x) + Math.abs(y)) * 1.1920928955078125e-7 + 1e-44; // 2^-23
    if (!(Math.abs(x + y - 2 * mean[i]!) <= tolerance)) return false;
  }
  return true;
}
