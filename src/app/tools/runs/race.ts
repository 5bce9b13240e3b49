import type { Batch } from '../../../run/batch.ts';
import type { ChampionEntry, ChampionHistory } from '../../../run/champion-history.ts';
import { type Competitor, crossTaskRun } from '../../../run/cross-task-run.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { Episode } from '../../../sim/rollout.ts';

/** The one a run sends: who broke its record last, or the newest. */
export function bestOf({
  entries,
  records,
  at,
}: Pick<ChampionHistory, 'entries' | 'records' | 'at'>): ChampionEntry | undefined {
  const record = records.at(-1);
  return record === undefined ? entries.at(-1) : at(record);
}

/** How far somebody has come at a moment of a recording, metres. */
export function distanceAt({ poses, plan, frameCount, frameTimestep }: Recording, time: number): number {
  const frame = Math.max(0, Math.min(frameCount - 1, Math.floor(time / frameTimestep + 1e-9)));
  return (poses[3 * frame * plan.parts.length] as number) - (poses[0] as number);
}

/** What one contestant came to. */
export type Result<Run> = { run: Run } & ({ life: Episode; recording: Recording } | { fault: string });

/** Lives all of them, the first one's task being the host. */
export async function raced<Run>(
  contestants: readonly (Competitor & { run: Run })[],
  seed: number,
  live: (batch: Batch) => Promise<Episode[]>,
): Promise<Result<Run>[]> {
  const [host] = contestants;
  if (host === undefined) return [];
  const results: Result<Run>[] = [];
  for (const contestant of contestants) {
    const { run } = contestant;
    const batch = crossTaskRun(contestant, host, seed);
    const [life] = typeof batch === 'string' ? [] : await live(batch);
    if (life?.recording) results.push({ run, life, recording: life.recording });
    else results.push({ run, fault: typeof batch === 'string' ? batch : 'Its life was not recorded.' });
  }
  return results;
}
