import { type ChampionEntry, episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Clip } from '../../../view/playback.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import { genomeWith, type WeightEdits } from '../../net/net-parameters.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { episodeClip } from '../../stage/clip.ts';
import { moreOrLess, words } from './words.ts';

/** One episode with edited weights. */
export interface WeightTrial {
  edits: WeightEdits;
  /** Distance covered, metres. */
  measure: number;
  failed: boolean;
  activity: NetActivity;
  clip: Clip;
}

const recordingOf = ({ recording }: Episode) => {
  if (recording === undefined) throw new Error('this episode has no recording');
  return recording;
};

/** Simulates the champion with these edits on the ground of its first test. */
export async function runTrial(
  session: Session,
  entry: ChampionEntry,
  edits: WeightEdits,
  base?: WeightTrial,
): Promise<WeightTrial> {
  const genome = genomeWith(entry.genome, edits);
  const batch = withActivations(episodeBatch(session.experiment.value, { ...entry, genome }));
  const episode = (await session.simulate(batch))[0]!;
  const recording = recordingOf(episode);
  const { experiment } = batch;
  const test = { evaluation: episode.evaluation };
  const measure = measureOf(experiment, test, recording);
  const subject = base ? words.withTurned(edits.size) : words.heldOf(entry.generation);
  const { generation } = entry;
  const shown = episodeClip({ experiment, generation, subject }, test, recording, base && [base.clip.recording]);
  const clip: Clip = base
    ? { ...shown, words: `${shown.words.slice(0, -1)}: ${moreOrLess(measure - base.measure)}.` }
    : shown;
  const failed = episode.evaluation.ending === 'failed';
  return {
    edits,
    measure,
    failed,
    activity: netActivityOf(entry.generation, activationsFor(batch, episode), recording),
    clip,
  };
}
