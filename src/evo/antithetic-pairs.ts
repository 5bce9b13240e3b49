import type { Rng } from '../math/rng.ts';

/**
 * Genomes in pairs at 2j and 2j + 1, as far from the centre on one side as on the other, so that what both have in common
 * cancels out (antithetic sampling); the last of an odd number is alone.
 */
export function antitheticPairs(
  centre: Float64Array,
  deviations: Float64Array,
  count: number,
  rng: Rng,
): Float32Array[] {
  const n = centre.length;
  const genomes = Array.from({ length: count }, () => new Float32Array(n));
  for (let k = 0; k < count; k += 2) {
    const a = genomes[k] as Float32Array;
    const b = genomes[k + 1];
    const z = rng.normals(n);
    for (let i = 0; i < n; i++) {
      const m = centre[i] as number;
      const step = (deviations[i] as number) * (z[i] as number);
      a[i] = m + step;
      if (b !== undefined) b[i] = m - step;
    }
  }
  return genomes;
}

/**
 * The directions that were tried, as the indices of the one or two genomes that lie on them, in the order of their better
 * one. Twins are known by where they lie, not by their indices; a genome without one is a direction of its own.
 */
export function searchDirections(
  centre: Float64Array,
  genomes: readonly ArrayLike<number>[],
  order: readonly number[],
): number[][] {
  const left = new Set(order);
  const found: number[][] = [];
  for (const k of order) {
    if (!left.delete(k)) continue;
    const a = genomes[k] as ArrayLike<number>;
    const direction = [k];
    for (const l of left) {
      if (!areTwins(centre, a, genomes[l] as ArrayLike<number>)) continue;
      left.delete(l);
      direction.push(l);
      break;
    }
    found.push(direction);
  }
  return found;
}

/** Whether the centre is midway between two genomes, as far as can be told after rounding to single precision. */
function areTwins(centre: Float64Array, a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < centre.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    const grain = (Math.abs(x) + Math.abs(y)) * 1.1920928955078125e-7 + 1e-44; // 2^-23
    if (!(Math.abs(x + y - 2 * (centre[i] as number)) <= grain)) return false;
  }
  return true;
}
