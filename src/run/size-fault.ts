import type { Experiment } from './experiment-schema.ts';

/** Settings that count genomes of one generation, by optimizer: their usual value, which is lowered silently, and what they are of. */
const COUNTS: Record<string, Record<string, { usual: number; share: number; of: string }>> = {
  genetic: {
    parentCount: { usual: 8, share: 1, of: 'the population' },
    tournamentSize: { usual: 4, share: 1, of: 'the population' },
    eliteCount: { usual: 4, share: 1, of: 'the population' },
  },
  ars: { topCount: { usual: 8, share: 0.5, of: 'half the population, as directions are pairs' } },
};

/** One sentence when a setting that was chosen counts more genomes than the population has; empty otherwise. */
export function sizeFault({ optimizer }: Experiment): string {
  const most = Number(optimizer.populationSize);
  for (const [key, { usual, share, of }] of Object.entries(COUNTS[optimizer.name] ?? {})) {
    const value = Number(optimizer[key]);
    if (value === usual || !(value > most * share)) continue;
    return `optimizer.${key} is ${value}, must be ${most * share} or less: ${of} (optimizer.populationSize ${most})`;
  }
  return '';
}
