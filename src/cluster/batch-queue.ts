import type { Redis } from 'ioredis';
import type { BatchDocument } from './batch-document.ts';
import { jobKey, PREFIX, QUEUE, RUNS, runKey } from './keys.ts';
import type { QueueLibraries } from './libraries.ts';

/** A job to send: its id begins with the run's. */
export interface BatchJob {
  id: string;
  data: BatchDocument;
  /** Whether it goes before all that wait. */
  isUrgent: boolean;
}

/** The queue of batches as a run uses it. */
export interface BatchQueue {
  send(jobs: readonly BatchJob[]): Promise<void>;
  /** Removes jobs that no worker has taken. */
  remove(ids: readonly string[]): Promise<void>;
  /** Removes jobs, also those that a worker has taken or has not finished before it was lost. */
  discard(ids: readonly string[]): Promise<void>;
  /** Which of these jobs are not in the queue. */
  missing(ids: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

const OPTIONS = { removeOnComplete: true, removeOnFail: true } as const;
/** Events that BullMQ keeps; nothing here reads them. */
const MAX_EVENTS = 100;

const openQueue = ({ Queue }: Pick<QueueLibraries, 'Queue'>, redis: Redis) => {
  const queue = new Queue(QUEUE, {
    connection: redis,
    prefix: PREFIX,
    skipMetasUpdate: false,
    streams: { events: { maxLen: MAX_EVENTS } },
  });
  // The connection's own events tell the user.
  queue.on('error', () => {});
  return queue;
};

export function openBatchQueue(libraries: Pick<QueueLibraries, 'Queue'>, redis: Redis): BatchQueue {
  const queue = openQueue(libraries, redis);
  // Throws for one that a worker has; it ends by itself.
  const remove = async (ids: readonly string[]) => {
    await Promise.allSettled(ids.map((id) => queue.remove(id)));
  };
  return {
    async send(jobs) {
      await queue.addBulk(
        jobs.map(({ id, data, isUrgent }) => {
          return { name: 'batch', data, opts: { ...OPTIONS, jobId: id, lifo: isUrgent } };
        }),
      );
    },
    remove,
    async discard(ids) {
      if (ids.length > 0) await redis.del(ids.map((id) => `${jobKey(id)}:lock`));
      await remove(ids);
    },
    async missing(ids) {
      const pipeline = redis.pipeline();
      for (const id of ids) pipeline.exists(jobKey(id));
      const replies = (await pipeline.exec()) ?? [];
      return ids.filter((_, i) => replies[i]?.[1] === 0);
    },
    close: () => queue.close(),
  };
}

/** Lists of BullMQ that hold ids of jobs, which end with these names. */
const LISTS = ['wait', 'active', 'paused'];

/** Removes the waiting batches of runs that have ended without removing them. */
export async function removeOrphans(libraries: Pick<QueueLibraries, 'Queue'>, redis: Redis): Promise<void> {
  const lists = await Promise.all(LISTS.map((list) => redis.lrange(jobKey(list), 0, -1)));
  const ids = lists.flat().filter((id) => /^[0-9a-f]{16}\./.test(id));
  const runs = [...new Set(ids.map((id) => id.slice(0, 16)))];
  if (runs.length === 0) return;
  const alive = await redis.mget(runs.map(runKey));
  const dead = new Set(runs.filter((_, i) => alive[i] === null));
  if (dead.size === 0) return;
  const queue = openBatchQueue(libraries, redis);
  await queue.remove(ids.filter((id) => dead.has(id.slice(0, 16))));
  await queue.close();
  await redis.srem(RUNS, ...dead);
}
