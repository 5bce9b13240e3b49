import type { Session } from '../session/session.ts';

/**
 * The generation whose stored champion got farthest, the newest of equals; for the jump task, the generation of the newest
 * record, as a champion's height is not stored. Undefined before the first champion.
 */
export function farthestGeneration({ championHistory, experiment }: Session): number | undefined {
  const { entries, records } = championHistory;
  if (experiment.value.task.name === 'jump') return records.at(-1);
  let farthest = entries[0];
  for (const entry of entries) if (farthest && entry.distance >= farthest.distance) farthest = entry;
  return farthest?.generation;
}
