import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';

/** What the stage takes of a life. */
type Seen = Pick<Episode, 'evaluation' | 'recording'>;

/** One life on the stage, with others as ghosts beside it; undefined when it was not recorded. */
export function lifeAct(
  experiment: Experiment,
  who: string,
  life: Seen,
  beside: readonly Seen[] = [],
): Act | undefined {
  const { evaluation, recording } = life;
  if (recording === undefined) return undefined;
  const { distance } = evaluation.metrics;
  return {
    generation: 0,
    words: describeEpisode(experiment, who, life, distance),
    distance,
    fell: evaluation.ending === 'terminated',
    recording,
    ghosts: beside.flatMap(({ recording }) => recording ?? []),
  };
}

/** Several lives as one act, in this order from the front, the first one followed. */
export function crowdAct(experiment: Experiment, who: string, lives: readonly Seen[]): Act | undefined {
  const [first] = lives;
  const act = first && lifeAct(experiment, who, first);
  if (act === undefined) return undefined;
  const last = Math.max(1, lives.length - 1);
  const shown = lives.flatMap(({ recording }, i) => (recording ? { recording, share: 1 - i / last } : []));
  return { ...act, crowd: { lives: shown, leader: 0 } };
}

export const distanceOf = ({ evaluation }: Seen): number => evaluation.metrics.distance;
