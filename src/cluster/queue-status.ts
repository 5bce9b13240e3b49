import type { Redis } from 'ioredis';
import { connect } from './connection.ts';
import { jobKey } from './keys.ts';
import type { QueueLibraries } from './libraries.ts';
import { noticesOf, type RunNotice, runKind, type WorkerNotice, workerKind } from './presence.ts';
import type { QueueAddress } from './queue-address.ts';

/** A run in a queue. */
export interface RunStatus extends RunNotice {
  /** Estimated time that the rest takes, seconds; null if unknown. */
  secondsLeft: number | null;
}

/** What is in a queue. */
export interface QueueStatus {
  runs: RunStatus[];
  workers: WorkerNotice[];
  /** Batches of this engine that wait for a worker, and that workers have. */
  waiting: number;
  active: number;
}

/** Time to wait for the queue, ms. */
const PATIENCE = 5000;

/** Until the first share is done, nothing is known of the rest. */
function secondsLeft({ share, seconds, startShare }: RunNotice): number | null {
  const done = share - startShare;
  return share < 0 || done <= 0 ? null : Math.round((seconds * (1 - share)) / done);
}

async function statusIn(redis: Redis): Promise<QueueStatus> {
  const [runs, workers, waiting, active] = await Promise.all([
    noticesOf(redis, runKind),
    noticesOf(redis, workerKind),
    redis.llen(jobKey('wait')),
    redis.llen(jobKey('active')),
  ]);
  const byName = (a: WorkerNotice, b: WorkerNotice) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  return {
    runs: [...runs.values()].map((run) => ({ ...run, secondsLeft: secondsLeft(run) })),
    workers: [...workers.values()].sort(byName),
    waiting,
    active,
  };
}

/** Reads what is in a queue. Rejects with an Error when it cannot be reached. */
export async function queueStatus(libraries: QueueLibraries, address: QueueAddress): Promise<QueueStatus> {
  const redis = await connect(libraries, address, { patience: PATIENCE, meanwhile: 'waiting for it', tell: () => {} });
  try {
    return await statusIn(redis);
  } finally {
    redis.disconnect();
  }
}
