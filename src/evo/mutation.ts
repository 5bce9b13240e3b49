import type { Rng } from '../math/rng.ts';
import { number } from '../schema/field.ts';

/** How far a child strays from its parent. */
export const mutation = number({
  default: 0.05,
  min: 1e-6,
  max: 10,
  title: 'Mutation',
  effect: 'How far each weight of a child strays from its parent.',
  level: 'basic',
});

/** How far the first generation strays from the start. */
export const initialSpread = number({
  default: 0.1,
  min: 1e-6,
  max: 10,
  title: 'First spread',
  effect: 'How different from each other the first generation is.',
  fixed: true,
});

/** A copy of `genome` with normal noise on each weight. */
export function mutate(genome: Float32Array, deviation: number, rng: Rng): Float32Array {
  const z = rng.normals(genome.length);
  return genome.map((weight, i) => weight + deviation * (z[i] as number));
}

/**
 * Number `k` of a first generation: all stray from the start, but where that knows something, with weights other than 0, the
 * first is the start itself, so that no search loses it.
 */
export function initialGenome(start: Float32Array, k: number, deviation: number, rng: Rng): Float32Array {
  const isKnowing = k === 0 && start.some((weight) => weight !== 0);
  return isKnowing ? start.slice() : mutate(start, deviation, rng);
}
