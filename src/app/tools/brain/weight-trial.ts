import { type ChampionEntry, episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { genomeWith, type Turned } from '../../net/knobs.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';
import { raysOf } from '../../stage/rays.ts';
import { moreOrLess, words } from './words.ts';

/** One episode with edited weights. */
export interface WeightTrial {
  turned: Turned;
  /** Distance covered, metres. */
  measure: number;
  failed: boolean;
  activity: NetActivity;
  act: Act;
}

const recordingOf = ({ recording }: Episode) => {
  if (recording === undefined) throw new Error('this episode has no recording');
  return recording;
};

/** Simulates the champion with these edits on the ground of its first test. */
export async function runTrial(
  session: Session,
  entry: ChampionEntry,
  turned: Turned,
  base?: WeightTrial,
): Promise<WeightTrial> {
  const genome = genomeWith(entry.genome, turned);
  const batch = withActivations(episodeBatch(session.experiment.value, { ...entry, genome }));
  const episode = (await session.simulate(batch))[0]!;
  const recording = recordingOf(episode);
  const { experiment } = batch;
  const test = { evaluation: episode.evaluation };
  const measure = measureOf(experiment, test, recording);
  const who = base ? words.withTurned(turned.size) : words.heldOf(entry.generation);
  const sentence = describeEpisode(experiment, who, test, measure);
  const act: Act = {
    generation: entry.generation,
    words: base ? `${sentence.slice(0, -1)}: ${moreOrLess(measure - base.measure)}.` : sentence,
    distance: episode.evaluation.metrics.distance,
    fell: episode.evaluation.ending === 'terminated',
    recording,
    rays: raysOf(experiment, recording),
    ghosts: base ? [base.act.recording] : [],
  };
  const failed = episode.evaluation.ending === 'failed';
  return {
    turned,
    measure,
    failed,
    activity: netActivityOf(entry.generation, activationsFor(batch, episode), recording),
    act,
  };
}
