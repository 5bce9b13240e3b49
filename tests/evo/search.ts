import * as v from 'valibot';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { median } from '../../src/math/stats.ts';
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

/** The usual population of CMA-ES and its kin in n dimensions. */
export const usualPopulation = (n: number) => 4 + Math.floor(3 * Math.log(n));

/** Where five searches with seeds 1 to 5 begin: at (x0, ..., x0). */
export function five(optimizer: Optimizer, n: number, x0: number, settings: object): unknown[] {
  const parsed = v.parse(optimizer.settings, settings);
  return [1, 2, 3, 4, 5].map((seed) => optimizer.init(n, parsed, seed, new Float64Array(n).fill(x0)));
}

/** Median evaluations of five seeds until one is 1e-9 or less, with the usual population and sigma as first step. */
export function medianEvaluations(
  optimizer: Optimizer,
  landscape: Landscape,
  { n, x0, sigma, limit }: { n: number; x0: number; sigma: number; limit: number },
): number {
  const starts = five(optimizer, n, x0, { populationSize: usualPopulation(n), sigma });
  return median(starts.map((from) => evaluationsUntil(optimizer, from, landscape, { target: 1e-9, limit })));
}

/** How deep the centre lies after so many evaluations, of five seeds that begin at (1, ..., 1), rising. */
export function levels(
  optimizer: Optimizer,
  landscape: Landscape,
  { n, evaluations, ...settings }: { n: number; evaluations: number; populationSize: number } & Record<string, unknown>,
): number[] {
  const ends = five(optimizer, n, 1, settings).map((from) => {
    let state = from;
    for (let count = 0; count < evaluations; count += settings.populationSize) {
      const asked = optimizer.ask(state);
      state = optimizer.tell(asked.state, asked.genomes, graded(asked.genomes, landscape));
    }
    return landscape(optimizer.mean(state));
  });
  return ends.sort((a, b) => a - b);
}

/** The largest difference between two vectors of one length. */
export function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a, (x, i) => Math.abs(x - (b[i] as number))).reduce((x, y) => Math.max(x, y), 0);
}
