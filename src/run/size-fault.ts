import * as v from 'valibot';
import { optimizerDescriptions } from '../evo/optimizer-descriptions.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Experiment } from './experiment-schema.ts';
import { settingsOverTime } from './settings-over-time.ts';

const POPULATION = 'optimizer.populationSize';

/** Settings that count genomes of one generation, by optimizer, with the share of the population that they may be. */
const COUNTS: Record<string, Record<string, number>> = {
  genetic: { parentCount: 1, tournamentSize: 1, eliteCount: 1 },
  ars: { topCount: 0.5 },
};

/** The default of an optimizer's setting. A small population lowers it silently, so it is never a fault. */
function defaultOf(name: string, key: string): unknown {
  const { entries } = lookup<{ settings: { entries: v.ObjectEntries } }>(
    optimizerDescriptions,
    name,
    'optimizer',
  ).settings;
  return v.getDefault(entries[key] as v.GenericSchema);
}

/**
 * One sentence when a setting counts more genomes than the population has, at the start or after an amendment, which it
 * names; empty otherwise.
 */
export function sizeFault(experiment: Experiment): string {
  const counts = Object.entries(COUNTS[experiment.optimizer.name] ?? {});
  const paths = [POPULATION, ...counts.map(([key]) => `optimizer.${key}`)];
  for (const { amendment, values } of settingsOverTime(experiment, paths)) {
    const population = Number(values.get(POPULATION));
    for (const [key, share] of counts) {
      const path = `optimizer.${key}`;
      const value = Number(values.get(path));
      if (value === defaultOf(experiment.optimizer.name, key) || !(value > population * share)) continue;
      const of = share === 1 ? 'the population' : 'half the population, as directions are pairs';
      const where = amendment === undefined ? '' : `amendments[${amendment}].changes: `;
      return `${where}${path} is ${value}, must be ${population * share} or less: ${of} (${POPULATION} ${population})`;
    }
  }
  return '';
}
