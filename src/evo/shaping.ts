import { log } from '../math/portable.ts';

/**
 * Indices of the fitnesses, best first. Equals stand in the order of their indices; NaN, a failed life, is below -Infinity.
 * Throws a RangeError unless there are two or more, as many as genomes.
 */
export function bestFirst(genomes: readonly ArrayLike<number>[], fitness: ArrayLike<number>): number[] {
  if (genomes.length !== fitness.length || fitness.length < 2)
    throw new RangeError(`told ${fitness.length} fitnesses of ${genomes.length} genomes, need two or more of each`);
  return ranking(fitness);
}

/** Indices of the fitnesses, best first; see `bestFirst`. */
export function ranking(fitness: ArrayLike<number>): number[] {
  return Array.from(fitness, (_, index) => index).sort((i, j) => compare(fitness[i] as number, fitness[j] as number));
}

/** Negative when a is the better one. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return a > b || Number.isNaN(b) ? -1 : 1;
}

/** Each fitness replaced by its rank, spread evenly from -1/2 (worst) to 1/2 (best). */
export function centredRanks(fitness: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(fitness.length);
  for (const [place, index] of ranking(fitness).entries()) ranks[index] = 0.5 - place / (fitness.length - 1);
  return ranks;
}

/** What each place is worth, best first: the upper half shares 1 by logarithm, then all lose the average; sum 0. */
export function nesUtilities(size: number): Float64Array {
  const raw = Float64Array.from({ length: size }, (_, k) => Math.max(0, log(size / 2 + 1) - log(k + 1)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((u) => u / sum - 1 / size); // Wierstra et al. 2014, section 3.1
}
