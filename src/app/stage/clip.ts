import type { Champion } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Replay } from '../../run/replay.ts';
import type { Evaluation } from '../../sim/evaluation.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Clip } from '../../view/playback.ts';
import { measureOf } from '../session/measure.ts';
import { describeEpisode } from './episode-sentence.ts';
import { noteOrigin } from './origin.ts';
import { raysOf } from './rays.ts';

/** The first test of a replay, simulated again, as the stage shows it. */
export function clipOfReplay(
  { experiment, generation, genome, statistics, tests }: Replay,
  evaluation: Evaluation,
  recording: Recording,
  subject: string,
): Clip {
  const seeds = tests.map(({ seed }) => seed);
  noteOrigin(recording, { experiment, generation, genome, statistics, seeds, subject });
  return {
    generation,
    words: describeEpisode(experiment, subject, { evaluation }, measureOf(experiment, { evaluation }, recording)),
    distance: evaluation.metrics.distance,
    fell: evaluation.ending === 'terminated',
    gait: evaluation.metrics.gait.name,
    recording,
    ghosts: [],
    rays: raysOf(experiment, recording),
  };
}

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
