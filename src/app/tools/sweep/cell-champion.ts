import { championOf } from '../../../run/champion.ts';
import { episodeBatch } from '../../../run/champion-history.ts';
import { leaderOf, type Outcome } from '../../../run/sweep/outcome.ts';
import { runsOf, type Sweep } from '../../../run/sweep/sweep.ts';
import type { Act } from '../../../view/playback.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { actOf } from '../../stage/act.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';

/** The best champion of a cell living its first test again, under the cell's name; undefined while there is none. */
export async function cellChampion(
  session: Session,
  sweep: Sweep,
  outcomes: readonly Outcome[],
  cell: number,
  name: string,
): Promise<Act | undefined> {
  const outcome = leaderOf(outcomes, cell);
  const experiment = outcome && runsOf(sweep)[outcomes.indexOf(outcome)]?.experiment;
  if (!outcome?.leader || !experiment) return undefined;
  const asked = episodeBatch(experiment, outcome.leader);
  const champion = championOf(outcome.leader.generation, asked.requests, await session.live(asked));
  const act = champion && actOf(experiment, champion, []);
  const test = champion?.tests[0];
  return (
    act &&
    test && { ...act, words: describeEpisode(experiment, name, test, measureOf(experiment, test, act.recording)) }
  );
}
