import type { Experiment } from './experiment-schema.ts';

/**
 * Settings that count genomes of one generation, by optimizer. `share` is the largest share of the population, `of` its name in
 * messages. A default value that is too large is lowered without a message.
 */
const COUNTS: Record<string, Record<string, { default: number; share: number; of: string }>> = {
  genetic: {
    parentCount: { default: 8, share: 1, of: 'the population' },
    tournamentSize: { default: 4, share: 1, of: 'the population' },
    eliteCount: { default: 4, share: 1, of: 'the population' },
  },
  ars: { topCount: { default: 8, share: 0.5, of: 'half the population, as directions are pairs' } },
};

/** A sentence if a setting counts more genomes than the population has; empty otherwise. */
export function sizeFault({ optimizer }: Experiment): string {
  const population = Number(optimizer.populationSize);
  for (const [key, { default: standard, share, of }] of Object.entries(COUNTS[optimizer.name] ?? {})) {
    const value = Number(optimizer[key]);
    const limit = population * share;
    if (value === standard || !(value > limit)) continue;
    return `optimizer.${key} is ${value}, must be ${limit} or less: ${of} (optimizer.populationSize ${population})`;
  }
  return '';
}
