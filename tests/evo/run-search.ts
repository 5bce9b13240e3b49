import * as v from 'valibot';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { median } from '../../src/math/stats.ts';
import type { Landscape } from './landscapes.ts';

/** Fitness of each genome: the landscape, negated. */
export const evaluateAll = (genomes: readonly ArrayLike<number>[], landscape: Landscape) =>
  genomes.map((genome) => -landscape(genome));

/** Evaluations until the landscape is at most `target`; Infinity when `limit` evaluations are not enough. */
export function evaluationsUntil<State>(
  optimizer: Optimizer<State>,
  from: State,
  landscape: Landscape,
  { target, limit }: { target: number; limit: number },
): number {
  let state = from;
  for (let count = 0; count < limit; ) {
    const asked = optimizer.ask(state);
    const fitness = evaluateAll(asked.genomes, landscape);
    count += fitness.length;
    if (Math.max(...fitness) >= -target) return count;
    state = optimizer.tell(asked.state, asked.genomes, fitness);
  }
  return Number.POSITIVE_INFINITY;
}

/** Default population size of CMA-ES and NES in n dimensions. */
export const defaultPopulation = (n: number) => 4 + Math.floor(3 * Math.log(n));

/** Initial states of five searches with seeds 1 to 5, at (x0, ..., x0). */
export function fiveStarts(optimizer: Optimizer, n: number, x0: number, settings: object): unknown[] {
  const parsed = v.parse(optimizer.settings, settings);
  return [1, 2, 3, 4, 5].map((seed) => optimizer.init(n, parsed, seed, new Float64Array(n).fill(x0)));
}

/** Median over five seeds of the evaluations until 1e-9, with the default population and the initial `sigma`. */
export function medianEvaluations(
  optimizer: Optimizer,
  landscape: Landscape,
  { n, x0, sigma, limit }: { n: number; x0: number; sigma: number; limit: number },
): number {
  const starts = fiveStarts(optimizer, n, x0, { populationSize: defaultPopulation(n), sigma });
  return median(starts.map((from) => evaluationsUntil(optimizer, from, landscape, { target: 1e-9, limit })));
}

/** Landscape at the mean after `evaluations` evaluations, for five seeds that begin at (1, ..., 1); rising. */
export function finalValues(
  optimizer: Optimizer,
  landscape: Landscape,
  { n, evaluations, ...settings }: { n: number; evaluations: number; populationSize: number } & Record<string, unknown>,
): number[] {
  const ends = fiveStarts(optimizer, n, 1, settings).map((from) => {
    let state = from;
    for (let count = 0; count < evaluations; count += settings.populationSize) {
      const asked = optimizer.ask(state);
      state = optimizer.tell(asked.state, asked.genomes, evaluateAll(asked.genomes, landscape));
    }
    return landscape(optimizer.mean(state));
  });
  return ends.sort((a, b) => a - b);
}

/** The largest difference between two vectors; Infinity when their lengths differ. */
export function maxDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a, (x, i) => Math.abs(x - b[i]!)).reduce((x, y) => Math.max(x, y), 0);
}
