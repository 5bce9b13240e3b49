import { mean } from '../math/stats.ts';
import type { Episode } from '../sim/rollout.ts';

/** Mean fitness over each genome's trials, which are adjacent; NaN if one of them failed. */
export function trialMeans(episodes: readonly Episode[], genomeCount: number): Float64Array {
  const trials = episodes.length / genomeCount;
  return Float64Array.from({ length: genomeCount }, (_, i) =>
    mean(episodes.slice(i * trials, (i + 1) * trials).map(({ evaluation }) => evaluation.fitness)),
  );
}
