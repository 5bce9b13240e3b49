import type { Redis } from 'ioredis';
import { runKey } from './keys.ts';

/** Time for which an answer counts, ms. */
const KEPT = 2000;

/** Whether a run has not ended, by the signs of life that it leaves in the queue. */
export function createLiveRuns(redis: Redis, now: () => number): (run: string) => Promise<boolean> {
  const asked = new Map<string, { at: number; isAlive: boolean }>();
  return async (run) => {
    const before = asked.get(run);
    if (before?.isAlive && now() - before.at < KEPT) return true;
    const at = now();
    const isAlive = (await redis.exists(runKey(run))) === 1;
    // Only a few are alive at a time.
    if (asked.size > 256) asked.clear();
    if (isAlive) asked.set(run, { at, isAlive });
    return isAlive;
  };
}
