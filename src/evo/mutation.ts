import type { Rng } from '../math/rng.ts';
import { number } from '../schema/field.ts';

/** The setting `mutation`: the deviation of a child's weights from its parent's. */
export const mutationSigma = number({
  default: 0.05,
  min: 1e-6,
  max: 10,
  title: 'Mutation',
  effect: 'How far each weight of a child differs from its parent’s.',
  level: 'basic',
});

/** The setting `sigma` of an optimizer that breeds: the deviation of the first generation's weights from the start. */
export const initialSpread = number({
  default: 0.1,
  min: 1e-6,
  max: 10,
  title: 'Initial spread',
  effect: 'How much the genomes of the first generation differ.',
  fixed: true,
});

/** A copy of a genome with Gaussian noise on each weight. */
export function mutateGenome(genome: Float32Array, deviation: number, rng: Rng): Float32Array {
  const z = rng.normals(genome.length);
  return genome.map((weight, i) => weight + deviation * z[i]!);
}

/**
 * Genome `k` of the first generation: a mutated start. Genome 0 is the start itself when that has weights other than 0, so
 * that a trained brain is not lost.
 */
export function initialGenome(start: Float32Array, k: number, deviation: number, rng: Rng): Float32Array {
  const keepsStart = k === 0 && start.some((weight) => weight !== 0);
  return keepsStart ? start.slice() : mutateGenome(start, deviation, rng);
}
