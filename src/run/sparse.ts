import { SECTIONS } from './amendments.ts';
import { changedSettings, defaultsFor, isSameValue } from './defaults.ts';
import type { Experiment } from './experiment-schema.ts';

/** The body, the names, and whatever differs from the defaults; `parseExperiment` restores the whole experiment. */
export function sparse(experiment: Experiment): Record<string, unknown> {
  const defaults = defaultsFor(experiment);
  const sections = SECTIONS.map((section) => {
    const name = section === 'run' ? {} : { name: experiment[section].name };
    return [section, { ...name, ...Object.fromEntries(changedSettings(experiment, section, defaults)) }] as const;
  });
  const { version: _, ...rest } = experiment;
  const others = Object.entries(rest).filter(
    ([key, value]) => key === 'body' || !isSameValue(value, defaults[key as 'seed']),
  );
  return { ...Object.fromEntries(others), ...Object.fromEntries(sections) };
}
