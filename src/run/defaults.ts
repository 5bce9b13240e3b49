import type { Section } from './amendments.ts';
import { parseExperiment } from './experiment.ts';
import type { Experiment } from './experiment-schema.ts';

/** Whether two JSON values are equal. */
export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The experiment with this body, task, brain and optimizer, all their settings at the defaults. */
export function defaultsFor({ body, task, brain, optimizer }: Experiment): Experiment {
  const named = { task: { name: task.name }, brain: { name: brain.name }, optimizer: { name: optimizer.name } };
  return parseExperiment({ body, ...named });
}

/** The settings of a section that differ from `defaults`, as given by `defaultsFor` or by another experiment with the same names. */
export function changedSettings(experiment: Experiment, section: Section, defaults: Experiment): [string, unknown][] {
  const usual = defaults[section] as Record<string, unknown>;
  return Object.entries(experiment[section]).filter(([key, value]) => !isSameValue(value, usual[key]));
}
