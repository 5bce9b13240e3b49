import type { Genome } from '../../../creature/genome.ts';
import { stream } from '../../../math/rng.ts';

/** Standard deviation of a mutation. */
const MUTATION_SIZE = 0.6;

/** The genome with one weight set to a value. */
export function withWeight(genome: Genome, index: number, value: number): Genome {
  const next = genome.slice();
  next[index] = value;
  return next;
}

/** Mutates `count` random weights. The same seed and attempt give the same result. */
export function mutateWeights(
  genome: Genome,
  count: number,
  seed: number,
  attempt: number,
): { genome: Genome; indices: number[] } {
  const rng = stream(seed, 'mutation', attempt);
  const remaining = Array.from(genome, (_, i) => i);
  const next = genome.slice();
  const indices = Array.from({ length: Math.min(count, genome.length) }, () => {
    const [index] = remaining.splice(Math.floor(rng.next() * remaining.length), 1) as [number];
    next[index] = next[index]! + MUTATION_SIZE * rng.normal();
    return index;
  });
  return { genome: next, indices };
}

/** Distances closer than this count as equal, metres. */
const TOLERANCE = 0.02;

export interface Tally {
  better: number;
  worse: number;
  same: number;
}

/** Counts the distances that are better than, worse than and equal to `before`. */
export function tally(before: number, distances: readonly number[]): Tally {
  const better = distances.filter((each) => each > before + TOLERANCE).length;
  const worse = distances.filter((each) => each < before - TOLERANCE).length;
  return { better, worse, same: distances.length - better - worse };
}
