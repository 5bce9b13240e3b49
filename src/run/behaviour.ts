import type { Episode } from '../sim/rollout.ts';

/** What kind of gait each genome showed: mean descriptors over its trials, which lie side by side among the lives. */
export function behaviourOf(lives: readonly Episode[], genomeCount: number): Float64Array[] {
  const trials = lives.length / genomeCount;
  return Array.from({ length: genomeCount }, (_, k) => {
    const all = lives.slice(k * trials, (k + 1) * trials).map(({ evaluation }) => evaluation.descriptor);
    return Float64Array.from(all[0] ?? [], (_, i) => all.reduce((sum, each) => sum + (each[i] as number), 0) / trials);
  });
}
