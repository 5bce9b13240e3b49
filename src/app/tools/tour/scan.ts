import type { Genome } from '../../../creature/genome.ts';
import { turned } from './mutation.ts';

/** How far each knob is turned to see what it does. */
export const TURN = 1.2;

/** So many lives are asked for at once. */
const AT_ONCE = 28;

/** What turning each knob alone comes to. */
export interface Scan {
  /** Metres with that knob turned, for each. */
  distances: number[];
  /** The knob that helped most. */
  knob: number;
}

/** Every knob turned once, alone. `onProgress` hears how many are done; undefined when it says to stop. */
export async function scanKnobs(
  genome: Genome,
  distancesOf: (genomes: Genome[]) => Promise<number[]>,
  onProgress: (done: number) => boolean,
): Promise<Scan | undefined> {
  const distances: number[] = [];
  while (distances.length < genome.length) {
    const from = distances.length;
    const some = Array.from(genome.subarray(from, from + AT_ONCE), (value, i) =>
      turned(genome, from + i, value + TURN),
    );
    distances.push(...(await distancesOf(some)));
    if (!onProgress(distances.length)) return undefined;
  }
  return { distances, knob: distances.indexOf(Math.max(...distances)) };
}
