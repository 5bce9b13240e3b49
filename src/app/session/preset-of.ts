import { experimentToHash } from '../../format/experiment-link.ts';
import { parseExperiment } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';

const link = (of: Experiment) => experimentToHash({ ...of, seed: 1, title: '' });

/** The name of the preset that an experiment equals except for its seed; empty for none. */
export function presetOf(experiment: Experiment): string {
  const own = link(experiment);
  return Object.keys(presets).find((name) => link(parseExperiment(presets[name]?.experiment)) === own) ?? '';
}

/** The preset with settings made for the task, preferably with the same body, of an experiment with default settings. */
export function madePreset(experiment: Experiment): string | undefined {
  const { body, task } = experiment;
  if (link(experiment) !== link(parseExperiment({ body, task: { name: task.name } }))) return undefined;
  const made = Object.keys(presets).filter((name) => {
    const own = presets[name]?.experiment.task as { name: string } | undefined;
    return own?.name === task.name && Object.keys(own).length > 1;
  });
  const withBody = made.find((name) => presets[name]?.experiment.body === body);
  // The default settings are made for the default task.
  return withBody ?? (task.name === parseExperiment({}).task.name ? undefined : made[0]);
}
