import type { ChampionEntry } from '../../run/champion-history.ts';
import { spaced } from './spaced-generations.ts';

/** Largest number of scenes. */
const MAX_SCENES = 8;
/** A scene shows at least this many times the distance of the scene before, and this many metres more. */
const FACTOR = 1.3;
const MORE = 0.5;

/**
 * The generations of a film of a run: the first, those that got clearly farther than the scene before, and the farthest.
 * Where distances say little (`byDistance` false), generations at growing intervals.
 */
export function filmScenes(
  entries: readonly Pick<ChampionEntry, 'generation' | 'distance'>[],
  byDistance = true,
): number[] {
  const [first] = entries;
  if (first === undefined) return [];
  if (!byDistance) return spaced(entries.at(-1)!.generation, MAX_SCENES);
  const steps = [first];
  for (const entry of entries) {
    const { distance } = steps.at(-1)!;
    if (entry.distance >= FACTOR * distance + MORE) steps.push(entry);
  }
  const farthest = entries.reduce((best, each) => (each.distance > best.distance ? each : best));
  if (!steps.includes(farthest)) steps.push(farthest);
  const count = Math.min(MAX_SCENES, steps.length);
  const chosen = Array.from(
    { length: count },
    (_, i) => steps[Math.round((i * (steps.length - 1)) / Math.max(1, count - 1))]!,
  );
  return [...new Set(chosen.map(({ generation }) => generation))];
}
