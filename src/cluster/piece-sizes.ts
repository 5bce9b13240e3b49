/** Aimed duration of a batch, ms: long compared with what the queue costs (1 to 2 ms), short compared with a generation. */
export const LONGEST = 250;
/** A batch is not made shorter than this for a better balance, ms. */
const SHORTEST = 15;
/** Time that a batch costs the queue, ms (docs/scale.md): with shorter batches than this for each thread, threads wait for it. */
const COST = 1.5;

/** Share of what is left that is divided among all threads at once; the rest evens out that episodes differ in length. */
const SHARE = 0.7;

/**
 * Sizes of the batches into which `count` episodes are divided: as long as a worker should be busy with one, and shorter towards
 * the end, so that all threads finish at about the same time. In each round every thread gets one of the same size (factoring:
 * Hummel, Schonberg and Flynn 1992).
 * @param threadCount threads of all workers
 * @param episodeTime duration of an episode, ms
 * @param latency time that a worker waits for an answer of the queue, ms: no batch should be shorter
 * @param batchTime aimed duration of a batch, ms
 */
export function pieceSizes(
  count: number,
  threadCount: number,
  episodeTime: number,
  latency = 0,
  batchTime = LONGEST,
): number[] {
  const sizes: number[] = [];
  const shortestTime = Math.max(SHORTEST, latency, COST * threadCount);
  const longest = Math.max(1, Math.round(Math.max(batchTime, 2 * shortestTime) / episodeTime));
  const shortest = Math.min(Math.ceil(shortestTime / episodeTime), longest);
  for (let left = count; left > 0; ) {
    const all = Math.ceil(left / threadCount);
    const most = Math.ceil((SHARE * left) / threadCount);
    // The last round, rather than one more of too short batches.
    const size = all <= longest && all - most < shortest ? all : Math.max(shortest, Math.min(most, longest));
    for (let thread = 0; thread < threadCount && left > 0; thread++) {
      sizes.push(Math.min(size, left));
      left -= sizes.at(-1)!;
    }
  }
  return sizes;
}
