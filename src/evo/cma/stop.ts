import type { Stop } from '../optimizer.ts';

/** What has to be remembered of generations past to see that nothing moves any more. */
export interface CmaStopHistory {
  /** Best fitness of the latest generations, up to 10 + 30 n / lambda of them. */
  bests: Float64Array;
  /** How many bests make a full trail. */
  span: number;
  /** Generations in a row in which all genomes did equally. */
  flatCount: number;
}

export const emptyTrail: CmaStopHistory = { bests: new Float64Array(0), span: 10, flatCount: 0 };

/** The trail with one more generation, whose places were worked out already. */
export function extended(
  trail: CmaStopHistory,
  places: readonly number[],
  fitness: ArrayLike<number>,
  n: number,
): CmaStopHistory {
  const best = fitness[places[0] as number] as number;
  const worst = fitness[places[places.length - 1] as number] as number;
  const span = 10 + Math.ceil((30 * n) / places.length);
  const bests = Float64Array.of(...trail.bests, best).slice(-span);
  return { bests, span, flatCount: best === worst ? trail.flatCount + 1 : 0 };
}

/** What a search by CMA-ES can be judged by. */
export interface CmaStanding {
  mean: Float64Array;
  /** Of each weight among the genomes. */
  deviations: Float64Array;
  /** The deviation it began with. */
  firstSigma: number;
  /** Of the longest to the shortest axis of the cloud. */
  axisRatio: number;
  trail: CmaStopHistory;
}

/** Reasons to end, with pycma's thresholds (Hansen 2016, section B.3). */
export function cmaStop({ mean, deviations, firstSigma, axisRatio, trail }: CmaStanding): Stop {
  const stop: Stop = {};
  const longest = deviations.reduce((a, b) => Math.max(a, b), 0);
  if (longest < 1e-12 * firstSigma) stop.stepSize = longest;

  if (axisRatio > 1e7) stop.condition = axisRatio * axisRatio;

  if (trail.bests.length === trail.span) {
    const range = trail.bests.reduce((a, b) => Math.max(a, b)) - trail.bests.reduce((a, b) => Math.min(a, b));
    if (range < 1e-12) stop.range = range;
  }

  if (trail.flatCount >= 10) stop.flat = trail.flatCount;

  const stuck = stuckWeight(mean, deviations);
  if (stuck >= 0) stop.grain = stuck;
  return stop;
}

/** The first weight that a fifth of its deviation no longer changes in single precision, or -1. */
export function stuckWeight(mean: Float64Array, deviations: Float64Array): number {
  return mean.findIndex((m, i) => Math.fround(m + 0.2 * (deviations[i] as number)) === Math.fround(m));
}
