import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';

/** The part of an episode that an act shows. */
type Shown = Pick<Episode, 'evaluation' | 'recording'>;

/** An act of one episode, with others as ghosts; undefined when it was not recorded. */
export function episodeAct(
  experiment: Experiment,
  who: string,
  episode: Shown,
  beside: readonly Shown[] = [],
): Act | undefined {
  const { evaluation, recording } = episode;
  if (recording === undefined) return undefined;
  const { distance } = evaluation.metrics;
  return {
    generation: 0,
    words: describeEpisode(experiment, who, episode, distance),
    distance,
    fell: evaluation.ending === 'terminated',
    recording,
    ghosts: beside.flatMap(({ recording }) => recording ?? []),
  };
}

/** An act of several episodes as a crowd, the best first; the camera follows the first. */
export function groupAct(experiment: Experiment, who: string, episodes: readonly Shown[]): Act | undefined {
  const [first] = episodes;
  const act = first && episodeAct(experiment, who, first);
  if (act === undefined) return undefined;
  const last = Math.max(1, episodes.length - 1);
  const members = episodes.flatMap(({ recording }, i) => (recording ? { recording, share: 1 - i / last } : []));
  return { ...act, crowd: { members: members, leader: 0 } };
}

export const distanceIn = ({ evaluation }: Shown): number => evaluation.metrics.distance;
