import { createHash } from '../math/hash.ts';
import { log } from '../math/portable.ts';
import { mean } from '../math/stats.ts';

/**
 * Indices of the fitnesses, best first; NaN, a failed life, is below -Infinity. Equals stand in an order that depends on what
 * their genomes are and favours none, so that the order in which genomes come never matters.
 * Throws a RangeError unless there are two or more, as many as genomes.
 */
export function bestFirst(genomes: readonly ArrayLike<number>[], fitness: ArrayLike<number>): number[] {
  if (genomes.length !== fitness.length || fitness.length < 2)
    throw new RangeError(`told ${fitness.length} fitnesses of ${genomes.length} genomes, need two or more of each`);
  const lots = new Map<number, string>();
  const lot = (k: number) => {
    const drawn = lots.get(k) ?? lotOf(genomes[k] as ArrayLike<number>);
    lots.set(k, drawn);
    return drawn;
  };
  const byLot = (i: number, j: number) => (lot(i) < lot(j) ? -1 : lot(i) > lot(j) ? 1 : 0);
  return ranking(fitness, byLot);
}

function lotOf(genome: ArrayLike<number>): string {
  const hash = createHash();
  hash.addAll(genome);
  return hash.digest();
}

/** Indices of the fitnesses, best first, equals as `among` has them, or else in the order of their indices. */
export function ranking(fitness: ArrayLike<number>, among: (i: number, j: number) => number = () => 0): number[] {
  const order = Array.from(fitness, (_, index) => index);
  return order.sort((i, j) => compare(fitness[i] as number, fitness[j] as number) || among(i, j));
}

/** Negative when a is the better one. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return a > b || Number.isNaN(b) ? -1 : 1;
}

/** Ways to say what a fitness is worth to a search that follows a gradient. */
export const shapings = ['raw', 'z-scores', 'centred-ranks', 'nes-utilities'] as const;
export type Shaping = (typeof shapings)[number];

/**
 * What each fitness is worth, in the order given, to a search that takes the mean over genomes (therefore NES utilities, made
 * for a sum, times their number). Equal ones are worth the same. Ranks know no sizes, so NaN is worth least
 * of all; otherwise it counts as the worst finite fitness of its generation, and infinities as the worst and the best.
 */
export function shapedFitness(fitness: ArrayLike<number>, shaping: Shaping): Float64Array {
  switch (shaping) {
    case 'raw':
      return bounded(fitness);
    case 'z-scores':
      return zScores(bounded(fitness));
    case 'centred-ranks':
      return centredRanks(fitness);
    case 'nes-utilities':
      return byPlace(
        fitness,
        nesUtilities(fitness.length).map((utility) => utility * fitness.length),
      );
  }
}

/** Each fitness replaced by its rank, spread evenly from -1/2 (worst) to 1/2 (best). */
export function centredRanks(fitness: ArrayLike<number>): Float64Array {
  const last = Math.max(fitness.length - 1, 1);
  return byPlace(
    fitness,
    Float64Array.from(fitness, (_, place) => 0.5 - place / last),
  );
}

/** What each place is worth, best first: the upper half shares 1 by logarithm, then all lose the average; sum 0. */
export function nesUtilities(size: number): Float64Array {
  const raw = Float64Array.from({ length: size }, (_, k) => Math.max(0, log(size / 2 + 1) - log(k + 1)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((u) => u / sum - 1 / size); // Wierstra et al. 2014, section 3.1
}

/** Each fitness replaced by what its place is worth, equal ones by the average of theirs. */
function byPlace(fitness: ArrayLike<number>, values: Float64Array): Float64Array {
  const order = ranking(fitness);
  const worth = new Float64Array(order.length);
  for (let first = 0, end = 0; first < order.length; first = end) {
    const value = fitness[order[first] as number] as number;
    while (end < order.length && compare(value, fitness[order[end] as number] as number) === 0) end++;
    const average = mean(values.subarray(first, end));
    for (let place = first; place < end; place++) worth[order[place] as number] = average;
  }
  return worth;
}

/** The fitnesses with what is not finite set to the worst and the best that are; zeros when none is. */
function bounded(fitness: ArrayLike<number>): Float64Array {
  const finite = Array.from(fitness).filter(Number.isFinite);
  if (finite.length === 0) return new Float64Array(fitness.length);
  const worst = finite.reduce((a, b) => Math.min(a, b));
  const best = finite.reduce((a, b) => Math.max(a, b));
  return Float64Array.from(fitness, (f) => (Number.isNaN(f) ? worst : Math.max(worst, Math.min(best, f))));
}

/** Deviations from the mean in standard deviations (divided by n); zeros when all are equal. */
function zScores(values: Float64Array): Float64Array {
  if (values.every((value) => value === values[0])) return new Float64Array(values.length);
  const sorted = Float64Array.from(values).sort(); // the same sums in whatever order they came
  const centre = mean(sorted);
  const spread = Math.sqrt(mean(sorted.map((value) => (value - centre) * (value - centre))));
  return values.map((value) => (value - centre) / spread);
}
