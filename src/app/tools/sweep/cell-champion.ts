import { championOf } from '../../../run/champion.ts';
import { episodeBatch } from '../../../run/champion-history.ts';
import { leaderOf, type Outcome } from '../../../run/sweep/outcome.ts';
import { runsOf, type Sweep } from '../../../run/sweep/sweep.ts';
import type { Clip } from '../../../view/playback.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { clipOf } from '../../stage/clip.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';

/** A clip of a cell's best champion in its first test, captioned with the cell's name; undefined while there is none. */
export async function cellChampion(
  session: Session,
  sweep: Sweep,
  outcomes: readonly Outcome[],
  cell: number,
  name: string,
): Promise<Clip | undefined> {
  const outcome = leaderOf(outcomes, cell);
  const experiment = outcome && runsOf(sweep)[outcomes.indexOf(outcome)]?.experiment;
  if (!outcome?.leader || !experiment) return undefined;
  const batch = episodeBatch(experiment, outcome.leader);
  const champion = championOf(outcome.leader.generation, batch.requests, await session.simulate(batch));
  const clip = champion && clipOf(experiment, champion, []);
  const test = champion?.tests[0];
  return (
    clip &&
    test && { ...clip, words: describeEpisode(experiment, name, test, measureOf(experiment, test, clip.recording)) }
  );
}
