import { championOf } from '../../../run/champion.ts';
import { episodeBatch } from '../../../run/champion-history.ts';
import { leaderOf, type Outcome } from '../../../run/sweep/outcome.ts';
import { runsOf, type Sweep } from '../../../run/sweep/sweep.ts';
import type { Clip } from '../../../view/playback.ts';
import type { Session } from '../../session/session.ts';
import { clipOf, episodeClip } from '../../stage/clip.ts';

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
  const { generation } = outcome.leader;
  return clip && test && episodeClip({ experiment, generation, subject: name }, test, clip.recording);
}
