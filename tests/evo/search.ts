import type { Optimizer } from '../../src/evo/optimizer.ts';
import type { Landscape } from './landscapes.ts';

/** Told of a whole generation. */
export const graded = (genomes: readonly ArrayLike<number>[], landscape: Landscape) =>
  genomes.map((genome) => -landscape(genome));

/** How many evaluations until one is `target` or less; Infinity when `limit` are not enough. */
export function evaluationsUntil<State>(
  optimizer: Optimizer<State>,
  from: State,
  landscape: Landscape,
  { target, limit }: { target: number; limit: number },
): number {
  let state = from;
  for (let count = 0; count < limit; ) {
    const asked = optimizer.ask(state);
    const fitness = graded(asked.genomes, landscape);
    count += fitness.length;
    if (Math.max(...fitness) >= -target) return count;
    state = optimizer.tell(asked.state, asked.genomes, fitness);
  }
  return Number.POSITIVE_INFINITY;
}
