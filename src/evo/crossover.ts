import type { Rng } from '../math/rng.ts';
import { choice } from '../schema/field.ts';

/** How a child comes by its weights before they mutate. */
export const crossover = choice({
  default: 'none',
  options: ['none', 'uniform', 'one-point'],
  title: 'Crossover',
  effect: 'Children of one parent, of two mixed weight by weight, or of two cut and joined at one place.',
});

/** `mother` with some of her weights exchanged for those of a father, or she herself. */
export function recombine(
  mother: Float32Array,
  father: () => Float32Array,
  kind: 'none' | 'uniform' | 'one-point',
  rng: Rng,
): Float32Array {
  if (kind === 'none') return mother;
  const other = father();
  if (kind === 'uniform') return mother.map((weight, i) => (rng.next() < 0.5 ? weight : (other[i] as number)));
  const cut = Math.floor(rng.next() * mother.length);
  return mother.map((weight, i) => (i < cut ? weight : (other[i] as number)));
}
