import { median } from '../../math/stats.ts';
import { choice } from '../../schema/field.ts';
import type { CmaStopHistory } from './stop.ts';

/** What to do when a stop criterion holds. */
export const restartRule = choice({
  default: 'none',
  options: ['none', 'ipop'],
  title: 'When stuck',
  effect: 'Continue, or restart with twice the population (ipop), which gets past larger bumps.',
});

/** The searches before the current one. Plain data. */
export interface RestartHistory {
  restarts: number;
  /** The generation in which the current search began. */
  since: number;
  /** Final mean and fitness level of the best earlier search; null during the first one. */
  kept: { mean: Float64Array; level: number } | null;
}

export const emptyHistory: RestartHistory = { restarts: 0, since: 0, kept: null };

/** Population size of the current search: doubled at each restart while it stays within `max`. */
export function currentPopulationSize(populationSize: number, { restarts }: RestartHistory, max = 4096): number {
  let size = populationSize;
  for (let i = 0; i < restarts && size * 2 <= max; i++) size *= 2;
  return size;
}

/** The mean of the best search so far: the current one's once its fitness level exceeds that of all earlier ones. */
export function bestMean(mean: Float64Array, stopHistory: CmaStopHistory, { kept }: RestartHistory): Float64Array {
  return kept !== null && !(levelOf(stopHistory) > kept.level) ? kept.mean : mean;
}

/** The restart history of a search that begins in `generation`, after a search that ended with `mean` and `stopHistory`. */
export function afterRestart(
  mean: Float64Array,
  stopHistory: CmaStopHistory,
  past: RestartHistory,
  generation: number,
): RestartHistory {
  const level = levelOf(stopHistory);
  const isBest = Number.isFinite(level) && bestMean(mean, stopHistory, past) === mean;
  return { restarts: past.restarts + 1, since: generation, kept: isBest ? { mean, level } : past.kept };
}

/** Fitness level of a search: the median of its latest bests, so that one lucky episode does not count; NaN of none. */
function levelOf({ bests }: CmaStopHistory): number {
  return median(bests);
}
