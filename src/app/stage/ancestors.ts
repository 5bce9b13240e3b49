import type { Recording } from '../../sim/recording.ts';

/** Recordings of a few earlier champions, spread over the whole run. */
export interface Ancestors {
  add(generation: number, recording: Recording): void;
  /** Up to four recordings from before a generation, the newest first. */
  before(generation: number): Recording[];
  clear(): void;
}

/** Number of recordings that are stored. */
const CAPACITY = 16;
/** Generations of the ghosts, as shares of the current generation. */
const AGES = [0.8, 0.55, 0.3, 0.08];

export function createAncestors(): Ancestors {
  let stored: { generation: number; recording: Recording }[] = [];
  return {
    add(generation, recording) {
      stored.push({ generation, recording });
      if (stored.length <= CAPACITY) return;
      // Drops the recording whose neighbours are closest to each other, by the ratio of their generations.
      let dropped = 1;
      let gap = Number.POSITIVE_INFINITY;
      for (let i = 1; i < stored.length - 1; i++) {
        const share = (1 + stored[i + 1]!.generation) / (1 + stored[i - 1]!.generation);
        if (share < gap) [dropped, gap] = [i, share];
      }
      stored.splice(dropped, 1);
    },
    before(generation) {
      const chosen = new Set<Recording>();
      for (const age of AGES) {
        const wanted = age * generation;
        const free = stored.filter((each) => each.generation < generation && !chosen.has(each.recording));
        free.sort((a, b) => Math.abs(a.generation - wanted) - Math.abs(b.generation - wanted));
        if (free[0]) chosen.add(free[0].recording);
      }
      return stored
        .filter(({ recording }) => chosen.has(recording))
        .map(({ recording }) => recording)
        .reverse();
    },
    clear() {
      stored = [];
    },
  };
}
