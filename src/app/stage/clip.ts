import type { Champion } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Clip } from '../../view/playback.ts';
import { measureOf } from '../session/measure.ts';
import { describeEpisode } from './episode-sentence.ts';
import { noteOrigin } from './origin.ts';
import { raysOf } from './rays.ts';

/** A champion's episode as the stage shows it; undefined when it was not recorded. */
export function clipOf(
  experiment: Experiment,
  { generation, genome, statistics, tests, recording }: Champion,
  ghosts: readonly Recording[],
): Clip | undefined {
  const test = tests[0];
  if (test === undefined || recording === undefined) return undefined;
  const seeds = tests.map(({ seed }) => seed);
  noteOrigin(recording, { experiment, generation, genome, statistics, seeds, subject: `Generation ${generation}` });
  return {
    generation,
    words: describeEpisode(experiment, `Generation ${generation}`, test, measureOf(experiment, test, recording)),
    distance: test.evaluation.metrics.distance,
    fell: test.evaluation.ending === 'terminated',
    gait: test.evaluation.metrics.gait.name,
    recording,
    ghosts,
    rays: raysOf(experiment, recording),
  };
}
