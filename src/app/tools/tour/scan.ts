import type { Genome } from '../../../creature/genome.ts';
import { withWeight } from './mutation.ts';

/** Change of each weight in the scan. */
export const SCAN_STEP = 1.2;

/** Episodes per batch. */
const BATCH_SIZE = 28;

/** The effect of changing each weight alone. */
export interface WeightScan {
  /** Distance with each weight changed, metres. */
  distances: number[];
  /** Index of the weight that helped most. */
  best: number;
}

/** Changes every weight once, alone. `onProgress` receives the number done; if it returns false, the result is undefined. */
export async function scanWeights(
  genome: Genome,
  distancesOf: (genomes: Genome[]) => Promise<number[]>,
  onProgress: (done: number) => boolean,
): Promise<WeightScan | undefined> {
  const distances: number[] = [];
  while (distances.length < genome.length) {
    const from = distances.length;
    const some = Array.from(genome.subarray(from, from + BATCH_SIZE), (value, i) =>
      withWeight(genome, from + i, value + SCAN_STEP),
    );
    distances.push(...(await distancesOf(some)));
    if (!onProgress(distances.length)) return undefined;
  }
  return { distances, best: distances.indexOf(Math.max(...distances)) };
}
