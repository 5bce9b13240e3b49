import type { Session } from '../session/session.ts';

/**
 * The generation whose champion got farthest in its first test, which the stage shows, or of those that are stored the one with
 * the farthest mean, the newest of equals, where that is not known. For the jump task it is the generation of the newest record, as
 * a champion's height is not stored. Undefined before the first champion.
 */
export function farthestGeneration({
  championHistory,
  experiment,
  bestGeneration,
}: Pick<Session, 'championHistory' | 'experiment' | 'bestGeneration'>): number | undefined {
  const { entries, records } = championHistory;
  if (experiment.value.task.name === 'jump') return records.at(-1);
  let farthest = entries[0];
  for (const entry of entries) {
    if (entry.generation === bestGeneration.value) return entry.generation;
    if (farthest && entry.distance >= farthest.distance) farthest = entry;
  }
  return farthest?.generation;
}
