import type { Experiment } from './experiment-schema.ts';
import { settingsOverTime } from './settings-over-time.ts';

const POPULATION = 'optimizer.populationSize';

/**
 * Settings that count genomes of one generation, by optimizer: the default, which is lowered silently, and the share of
 * the population that it may be.
 */
const COUNTS: Record<string, Record<string, { default: number; share: number; of: string }>> = {
  genetic: {
    parentCount: { default: 8, share: 1, of: 'the population' },
    tournamentSize: { default: 4, share: 1, of: 'the population' },
    eliteCount: { default: 4, share: 1, of: 'the population' },
  },
  ars: { topCount: { default: 8, share: 0.5, of: 'half the population, as directions are pairs' } },
};

/**
 * One sentence when a setting counts more genomes than the population has, at the start or after an amendment, which it
 * names; empty otherwise.
 */
export function sizeFault(experiment: Experiment): string {
  const counts = Object.entries(COUNTS[experiment.optimizer.name] ?? {});
  const paths = [POPULATION, ...counts.map(([key]) => `optimizer.${key}`)];
  for (const { amendment, values } of settingsOverTime(experiment, paths)) {
    const population = Number(values.get(POPULATION));
    for (const [key, { default: standard, share, of }] of counts) {
      const path = `optimizer.${key}`;
      const value = Number(values.get(path));
      if (value === standard || !(value > population * share)) continue;
      const where = amendment === undefined ? '' : `amendments[${amendment}].changes: `;
      return `${where}${path} is ${value}, must be ${population * share} or less: ${of} (${POPULATION} ${population})`;
    }
  }
  return '';
}
