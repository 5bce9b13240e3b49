import { experimentToHash } from '../../format/experiment-link.ts';
import { parseExperiment } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';

/** The name of the preset that an experiment equals except for its seed; empty for none. */
export function presetOf(experiment: Experiment): string {
  const link = (of: Experiment) => experimentToHash({ ...of, seed: 1, title: '' });
  const own = link(experiment);
  return Object.keys(presets).find((name) => link(parseExperiment(presets[name]?.experiment)) === own) ?? '';
}
