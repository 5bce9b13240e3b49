import type { Rng } from '../math/rng.ts';
import { choice } from '../schema/field.ts';

/** How a child gets its weights before they mutate. */
export const crossoverKind = choice({
  default: 'none',
  options: ['none', 'uniform', 'one-point'],
  title: 'Crossover',
  effect:
    'Children of one parent, of two parents mixed weight by weight, or of two parents cut and joined at one point.',
});

/**
 * A child of two parents: each weight from either (uniform), or one part from the first and the rest from the second
 * (one-point). With `none` it is the first parent itself, and `second` is not called.
 */
export function crossoverGenomes(
  first: Float32Array,
  second: () => Float32Array,
  kind: 'none' | 'uniform' | 'one-point',
  rng: Rng,
): Float32Array {
  if (kind === 'none') return first;
  const other = second();
  if (kind === 'uniform') return first.map((weight, i) => (rng.next() < 0.5 ? weight : other[i]!));
  const cut = Math.floor(rng.next() * first.length);
  return first.map((weight, i) => (i < cut ? weight : other[i]!));
}
