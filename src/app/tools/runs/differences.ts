import { brains } from '../../../creature/brains.ts';
import { optimizerDescriptions } from '../../../evo/optimizer-descriptions.ts';
import { fieldsOf, SECTIONS, type Section } from '../../../run/amendments.ts';
import { changedSettings, defaultsFor, isSameValue } from '../../../run/defaults.ts';
import { bodyOf } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { lookup } from '../../../schema/catalogue.ts';
import { settingsIn } from '../../../schema/setting.ts';
import { tasks } from '../../../sim/tasks.ts';

const catalogues: Record<string, Record<string, { title: string }>> = {
  task: tasks,
  brain: brains,
  optimizer: optimizerDescriptions,
};

const nameIn = (experiment: Experiment, section: Section) => (section === 'run' ? '' : experiment[section].name);
const titleIn = (experiment: Experiment, section: Exclude<Section, 'run'>) =>
  lookup(catalogues[section] ?? {}, experiment[section].name, section).title;

/** Titles of body, task and optimizer. */
export function summariseExperiment(experiment: Experiment): string[] {
  return [bodyOf(experiment).title, titleIn(experiment, 'task'), titleIn(experiment, 'optimizer')];
}

function format(value: unknown, unit: string): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const text = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  return unit === '' ? text : `${text} ${unit}`;
}

/** The differences of an experiment from another one, or from the defaults, each in a few words: `Difficulty 0.5`. */
export function differencesOf(experiment: Experiment, from?: Experiment): string[] {
  const defaults = defaultsFor(experiment);
  const found: string[] = [];
  if (from && !isSameValue(from.body, experiment.body)) found.push(bodyOf(experiment).title);
  for (const section of SECTIONS) {
    const isOther = from !== undefined && nameIn(from, section) !== nameIn(experiment, section);
    if (isOther && section !== 'run') found.push(titleIn(experiment, section));
    const changed = new Map(changedSettings(experiment, section, isOther ? defaults : (from ?? defaults)));
    for (const { key, title, unit } of settingsIn(fieldsOf(experiment)[section])) {
      if (changed.has(key)) found.push(`${title} ${format(changed.get(key), unit)}`);
    }
  }
  if (from && from.seed !== experiment.seed) found.push(`Seed ${experiment.seed}`);
  return found;
}
