import { createHash } from '../math/hash.ts';
import { log } from '../math/portable.ts';
import { mean } from '../math/stats.ts';

/**
 * Indices of the genomes, best first. NaN (failed) ranks below -Infinity. Ties are broken by a hash of the genomes: the order
 * favours no kind of genome and does not depend on the order in which they come.
 * Throws a RangeError unless there are two or more genomes, each with its fitness.
 */
export function bestFirst(genomes: readonly ArrayLike<number>[], fitness: ArrayLike<number>): number[] {
  if (genomes.length !== fitness.length || fitness.length < 2)
    throw new RangeError(`got ${fitness.length} fitnesses for ${genomes.length} genomes, need two or more of each`);
  const hashes = new Map<number, string>();
  const hashAt = (k: number) => {
    const hash = hashes.get(k) ?? hashOf(genomes[k]!);
    hashes.set(k, hash);
    return hash;
  };
  return ranking(fitness, (i, j) => (hashAt(i) < hashAt(j) ? -1 : hashAt(i) > hashAt(j) ? 1 : 0));
}

function hashOf(genome: ArrayLike<number>): string {
  const hash = createHash();
  hash.addAll(genome);
  return hash.digest();
}

/** Indices of the fitnesses, best first. Ties are broken by `tieBreak`, then by index. */
export function ranking(fitness: ArrayLike<number>, tieBreak: (i: number, j: number) => number = () => 0): number[] {
  const order = Array.from(fitness, (_, index) => index);
  return order.sort((i, j) => compare(fitness[i]!, fitness[j]!) || tieBreak(i, j));
}

/** Negative when fitness a is better than b; NaN is the worst. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return a > b || Number.isNaN(b) ? -1 : 1;
}

/** Fitness shaping: ways to turn fitnesses into the utilities that weight genomes in a gradient. */
export const shapings = ['raw', 'z-scores', 'centred-ranks', 'nes-utilities'] as const;
export type Shaping = (typeof shapings)[number];

/**
 * The utility of each fitness, in the order given, for a gradient that is a mean over genomes; NES utilities, made for a sum,
 * are therefore multiplied by the number of genomes. Equal fitnesses get equal utilities. The two rank-based shapings give NaN
 * the lowest utility. The other two replace NaN and -Infinity by the lowest finite fitness, and Infinity by the highest.
 */
export function shapedFitness(fitness: ArrayLike<number>, shaping: Shaping): Float64Array {
  switch (shaping) {
    case 'raw':
      return clampToFinite(fitness);
    case 'z-scores':
      return zScores(clampToFinite(fitness));
    case 'centred-ranks':
      return centredRanks(fitness);
    case 'nes-utilities':
      return byRank(
        fitness,
        nesUtilities(fitness.length).map((utility) => utility * fitness.length),
      );
  }
}

/** Ranks scaled to [-1/2, 1/2], the best 1/2. */
export function centredRanks(fitness: ArrayLike<number>): Float64Array {
  const last = Math.max(fitness.length - 1, 1);
  return byRank(
    fitness,
    Float64Array.from(fitness, (_, rank) => 0.5 - rank / last),
  );
}

/** Utility of each rank, best first: logarithmic for the better half, constant for the rest; their sum is 0. */
export function nesUtilities(lambda: number): Float64Array {
  const raw = Float64Array.from({ length: lambda }, (_, k) => Math.max(0, log(lambda / 2 + 1) - log(k + 1)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((u) => u / sum - 1 / lambda); // Wierstra et al. 2014, section 3.1
}

/** Gives each fitness the value of its rank, best first; equal fitnesses get the mean of their values. */
function byRank(fitness: ArrayLike<number>, values: Float64Array): Float64Array {
  const order = ranking(fitness);
  const utilities = new Float64Array(order.length);
  for (let first = 0, end = 0; first < order.length; first = end) {
    const value = fitness[order[first]!]!;
    while (end < order.length && compare(value, fitness[order[end]!]!) === 0) end++;
    const average = mean(values.subarray(first, end));
    for (let rank = first; rank < end; rank++) utilities[order[rank]!] = average;
  }
  return utilities;
}

/** Replaces values that are not finite by the lowest or highest finite one; all zeros when none is finite. */
function clampToFinite(fitness: ArrayLike<number>): Float64Array {
  const finite = Array.from(fitness).filter(Number.isFinite);
  if (finite.length === 0) return new Float64Array(fitness.length);
  const lowest = finite.reduce((a, b) => Math.min(a, b));
  const highest = finite.reduce((a, b) => Math.max(a, b));
  return Float64Array.from(fitness, (f) => (Number.isNaN(f) ? lowest : Math.max(lowest, Math.min(highest, f))));
}

/** (value - mean) / standard deviation (divided by n); all zeros when the values are equal. */
function zScores(values: Float64Array): Float64Array {
  if (values.every((value) => value === values[0])) return new Float64Array(values.length);
  const sorted = Float64Array.from(values).sort(); // the same sums whatever order the values come in
  const centre = mean(sorted);
  const deviation = Math.sqrt(mean(sorted.map((value) => (value - centre) * (value - centre))));
  return values.map((value) => (value - centre) / deviation);
}
