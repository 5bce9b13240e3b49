import type { Experiment } from '../../../run/experiment-schema.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Clip } from '../../../view/playback.ts';
import { episodeClip } from '../../stage/clip.ts';

/** The part of an episode that a clip shows. */
type Shown = Pick<Episode, 'evaluation' | 'recording'>;

/** A clip of one episode, with others as ghosts; undefined when it was not recorded. */
export function tourClip(
  experiment: Experiment,
  subject: string,
  episode: Shown,
  beside: readonly Shown[] = [],
): Clip | undefined {
  const { recording } = episode;
  if (recording === undefined) return undefined;
  const ghosts = beside.flatMap((each) => each.recording ?? []);
  return episodeClip({ experiment, generation: 0, subject }, episode, recording, ghosts);
}

/** A clip of several episodes as a crowd, the best first; the camera follows the first. */
export function groupClip(experiment: Experiment, subject: string, episodes: readonly Shown[]): Clip | undefined {
  const [first] = episodes;
  const clip = first && tourClip(experiment, subject, first);
  if (clip === undefined) return undefined;
  const last = Math.max(1, episodes.length - 1);
  const members = episodes.flatMap(({ recording }, i) => (recording ? { recording, share: 1 - i / last } : []));
  return { ...clip, crowd: { members, leader: 0 } };
}

export const distanceIn = ({ evaluation }: Shown): number => evaluation.metrics.distance;
