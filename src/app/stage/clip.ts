import type { Champion } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Replay } from '../../run/replay.ts';
import type { Evaluation } from '../../sim/evaluation.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Clip } from '../../view/playback.ts';
import { type EpisodeResult, measureOf } from '../session/measure.ts';
import { describeEpisode } from './episode-sentence.ts';
import { noteOrigin, type Origin } from './origin.ts';
import { raysOf } from './rays.ts';

/** An episode as the stage shows it. `subject` begins its sentence; `ghosts` are shown with it. */
export function episodeClip(
  { experiment, generation, subject }: Pick<Origin, 'experiment' | 'generation' | 'subject'>,
  test: EpisodeResult,
  recording: Recording,
  ghosts: readonly Recording[] = [],
): Clip {
  const { ending, metrics } = test.evaluation;
  return {
    generation,
    words: describeEpisode(experiment, subject, test, measureOf(experiment, test, recording)),
    distance: metrics.distance,
    fell: ending === 'terminated',
    gait: metrics.gait.name,
    recording,
    ghosts,
    rays: raysOf(experiment, recording),
  };
}

/** An episode as the stage shows it, with what is needed to simulate it again. */
function clipFrom(origin: Origin, test: EpisodeResult, recording: Recording, ghosts: readonly Recording[] = []): Clip {
  noteOrigin(recording, origin);
  return episodeClip(origin, test, recording, ghosts);
}

/** The first test of a replay, simulated again, as the stage shows it. */
export function clipOfReplay(
  { experiment, generation, genome, statistics, tests }: Replay,
  evaluation: Evaluation,
  recording: Recording,
  subject: string,
): Clip {
  const seeds = tests.map(({ seed }) => seed);
  return clipFrom({ experiment, generation, genome, statistics, seeds, subject }, { evaluation }, recording);
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
  const subject = `Generation ${generation}`;
  return clipFrom({ experiment, generation, genome, statistics, seeds, subject }, test, recording, ghosts);
}
