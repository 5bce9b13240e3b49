/** Aimed duration of a batch, ms: long compared with what the queue costs (1 to 2 ms), short compared with a generation. */
export const LONGEST = 250;
/** A batch is not made shorter than this for a better balance, ms. */
const SHORTEST = 20;
/** Time that a batch costs the queue, ms (docs/scale.md): with shorter batches than this for each thread, threads wait for it. */
const COST = 1.5;

/**
 * Sizes of the batches into which `count` episodes are divided: as long as a worker should be busy with one, and shorter towards
 * the end, so that all threads finish at about the same time.
 * @param threadCount threads of all workers
 * @param episodeTime duration of an episode, ms
 * @param latency time that a worker waits for an answer of the queue, ms: no batch should be shorter
 */
export function pieceSizes(count: number, threadCount: number, episodeTime: number, latency = 0): number[] {
  const sizes: number[] = [];
  const shortestTime = Math.max(SHORTEST, latency, COST * threadCount);
  const longest = Math.max(1, Math.round(Math.max(LONGEST, 2 * shortestTime) / episodeTime));
  // Short generations are divided into one batch for each thread.
  const shortest = Math.min(Math.ceil(shortestTime / episodeTime), Math.ceil(count / threadCount), longest);
  for (let left = count; left > 0; left -= sizes.at(-1)!) {
    const fair = Math.ceil(left / (2 * threadCount));
    sizes.push(Math.min(left, Math.max(shortest, Math.min(fair, longest))));
  }
  return sizes;
}
