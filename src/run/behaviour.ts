import type { Episode } from '../sim/rollout.ts';

/** The descriptor of each genome: the mean over its trials, which are adjacent in `episodes`. */
export function behaviourOf(episodes: readonly Episode[], genomeCount: number): Float64Array[] {
  const trials = episodes.length / genomeCount;
  return Array.from({ length: genomeCount }, (_, k) => {
    const all = episodes.slice(k * trials, (k + 1) * trials).map(({ evaluation }) => evaluation.descriptor);
    return Float64Array.from(all[0] ?? [], (_, i) => all.reduce((sum, each) => sum + each[i]!, 0) / trials);
  });
}
