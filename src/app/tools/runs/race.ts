import type { Batch } from '../../../run/batch.ts';
import type { ChampionEntry, ChampionHistory } from '../../../run/champion-history.ts';
import { type Competitor, crossTaskRun } from '../../../run/cross-task-run.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { Episode } from '../../../sim/rollout.ts';
import { frameAt } from '../../../view/pose.ts';

/** The champion that races for a run: its latest record holder, or the newest one. */
export function raceEntryOf({
  entries,
  records,
  at,
}: Pick<ChampionHistory, 'entries' | 'records' | 'at'>): ChampionEntry | undefined {
  const record = records.at(-1);
  return record === undefined ? entries.at(-1) : at(record);
}

/** Distance covered at a time of a recording, metres. */
export function distanceAt(recording: Recording, time: number): number {
  const { poses, plan } = recording;
  return poses[3 * frameAt(recording, time) * plan.parts.length]! - poses[0]!;
}

/** The episode of one competitor, or why it could not run. */
export type RaceResult<Run> = { run: Run } & ({ episode: Episode; recording: Recording } | { fault: string });

/** Simulates all competitors in the task of the first. */
export async function runRace<Run>(
  competitors: readonly (Competitor & { run: Run })[],
  seed: number,
  simulate: (batch: Batch) => Promise<Episode[]>,
): Promise<RaceResult<Run>[]> {
  const [host] = competitors;
  if (host === undefined) return [];
  const results: RaceResult<Run>[] = [];
  for (const competitor of competitors) {
    const { run } = competitor;
    const batch = crossTaskRun(competitor, host, seed);
    const [episode] = typeof batch === 'string' ? [] : await simulate(batch);
    if (episode?.recording) results.push({ run, episode, recording: episode.recording });
    else results.push({ run, fault: typeof batch === 'string' ? batch : 'Its episode was not recorded.' });
  }
  return results;
}
