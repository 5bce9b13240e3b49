import type { Stop } from '../optimizer.ts';
import { stepSizeStop } from '../step-size-stop.ts';

/** What the stop criteria remember of past generations. Plain data. */
export interface CmaStopHistory {
  /** Best fitness of each of the latest generations, oldest first; at most `span` of them. */
  bests: Float64Array;
  /** Generations that the range criterion looks at: 10 + 30 n / lambda. */
  span: number;
  /** Number of latest generations in a row in which all genomes had the same fitness. */
  flatCount: number;
}

export const emptyStopHistory: CmaStopHistory = { bests: new Float64Array(0), span: 10, flatCount: 0 };

/** The history with one more generation. `order` holds the indices of its genomes, best first; n is the dimension. */
export function extendStopHistory(
  history: CmaStopHistory,
  order: readonly number[],
  fitness: ArrayLike<number>,
  n: number,
): CmaStopHistory {
  const best = fitness[order[0]!]!;
  const worst = fitness[order[order.length - 1]!]!;
  const span = 10 + Math.ceil((30 * n) / order.length);
  const bests = Float64Array.of(...history.bests, best).slice(-span);
  return { bests, span, flatCount: best === worst ? history.flatCount + 1 : 0 };
}

/** What the stop criteria are computed from. */
export interface CmaStopInput {
  mean: Float64Array;
  /** Deviation of each weight. */
  deviations: Float64Array;
  initialSigma: number;
  /** Ratio of the longest to the shortest axis of the distribution. */
  axisRatio: number;
  history: CmaStopHistory;
}

/** The stop criteria of Hansen 2016, section B.3, that hold now, with pycma's thresholds. */
export function cmaStop({ mean, deviations, initialSigma, axisRatio, history }: CmaStopInput): Stop {
  const stop: Stop = stepSizeStop(deviations, initialSigma);

  if (axisRatio > 1e7) stop.condition = axisRatio * axisRatio;

  if (history.bests.length === history.span) {
    const range = history.bests.reduce((a, b) => Math.max(a, b)) - history.bests.reduce((a, b) => Math.min(a, b));
    if (range < 1e-12) stop.range = range;
  }

  if (history.flatCount >= 10) stop.flat = history.flatCount;

  const stuck = stuckWeight(mean, deviations);
  if (stuck >= 0) stop.grain = stuck;
  return stop;
}

/** Index of the first weight that a step of 0.2 deviations does not change in single precision, or -1. */
export function stuckWeight(mean: Float64Array, deviations: Float64Array): number {
  return mean.findIndex((m, i) => Math.fround(m + 0.2 * deviations[i]!) === Math.fround(m));
}
