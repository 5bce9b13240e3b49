import { median } from '../../math/stats.ts';
import { choice } from '../../schema/field.ts';
import type { CmaStopHistory } from './stop.ts';

/** Whether to begin anew where there is nothing left to find. */
export const restart = choice({
  default: 'none',
  options: ['none', 'ipop'],
  title: 'When stuck',
  effect: 'Stay there, or begin anew with twice as many lives (ipop), which sees over larger bumps.',
});

/** The searches that came before the one under way, when it is not the first. Plain data. */
export interface RestartHistory {
  restarts: number;
  /** The generation in which the one under way began. */
  since: number;
  /** Where the best of those before ended and what its latest bests came to; null in the first. */
  kept: { mean: Float64Array; level: number } | null;
}

export const emptyHistory: RestartHistory = { restarts: 0, since: 0, kept: null };

/** Population of the search under way: doubled with each restart, as long as it is not past `most`. */
export function grown(populationSize: number, { restarts }: RestartHistory, most = 4096): number {
  let size = populationSize;
  for (let i = 0; i < restarts && size * 2 <= most; i++) size *= 2;
  return size;
}

/** The centre of the best search so far; of the one under way only once it does better than those before did in the end. */
export function bestCentre(mean: Float64Array, trail: CmaStopHistory, { kept }: RestartHistory): Float64Array {
  return kept !== null && !(levelOf(trail) > kept.level) ? kept.mean : mean;
}

/** The past of a search that begins in a `generation`, after the one with this centre and trail ended. */
export function followed(
  mean: Float64Array,
  trail: CmaStopHistory,
  past: RestartHistory,
  generation: number,
): RestartHistory {
  const level = levelOf(trail);
  const better = Number.isFinite(level) && bestCentre(mean, trail, past) === mean;
  return { restarts: past.restarts + 1, since: generation, kept: better ? { mean, level } : past.kept };
}

/** How well a search has been doing lately, whatever single lives came to; NaN before the first generation. */
function levelOf({ bests }: CmaStopHistory): number {
  return median(bests);
}
