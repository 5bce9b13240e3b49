import type { Redis } from 'ioredis';
import { runKey } from './keys.ts';

/** Time for which an answer counts, and for which it counts while the queue is asked again, ms. */
const FRESH = 2000;
const KEPT = 10_000;

/** Whether a run has not ended, by the signs of life that it leaves in the queue. */
export function createLiveRuns(redis: Redis, now: () => number): (run: string) => Promise<boolean> {
  /** When a run was last known to be alive, and when it was asked for. */
  const known = new Map<string, { at: number; asked: number }>();

  async function ask(run: string): Promise<boolean> {
    const at = now();
    const isAlive = (await redis.exists(runKey(run))) === 1;
    // Only a few are alive at a time.
    if (known.size > 256) known.clear();
    if (isAlive) known.set(run, { at, asked: at });
    else known.delete(run);
    return isAlive;
  }

  return async (run) => {
    const before = known.get(run);
    if (before === undefined || now() - before.at >= KEPT) return ask(run);
    if (now() - before.asked >= FRESH) {
      before.asked = now();
      // Far from the queue a batch would wait for the answer. The queue drops results of a run that has ended.
      ask(run).catch(() => {});
    }
    return true;
  };
}
