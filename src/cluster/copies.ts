import type { Redis } from 'ioredis';
import type { BatchQueue } from './batch-queue.ts';
import type { Outstanding, OutstandingBatch } from './outstanding.ts';
import { overdueBatch } from './overdue.ts';

/** Time between two looks for slow batches, and for lost ones, ms. */
export const SLOW_INTERVAL = 50;
const LOST_INTERVAL = 1000;
/** Looks in a row in which a job is missing before it counts as lost: its result may be on the way. */
const LOOKS = 2;
/** Copies after which a batch is given up: it is refused, or ends every process that takes it. */
const MAX_COPIES = 30;

/** Ids of jobs that are remembered to be removed at the end; older ones are removed by the workers. */
const MAX_SENT = 1000;

interface Parts {
  redis: Redis;
  queue: BatchQueue;
  outstanding: Outstanding<unknown>;
  run: string;
  /** A steady clock, ms. */
  now: () => number;
  threadCount: () => number;
  latency: () => number;
}

/** Sends batches again that are lost, refused or slow. */
export interface Copies {
  /** A worker refused a batch. */
  refused(batch: number, reason: string): void;
  /** Copies sent so far. */
  count(): number;
  /** Ids of the jobs of the last batches with copies, which lost workers may have left in the queue. */
  sent(): readonly string[];
  stop(): void;
}

export function createCopies({ redis, queue, outstanding, run, now, threadCount, latency }: Parts): Copies {
  let count = 0;
  let lastSent: string[] = [];

  async function send(each: OutstandingBatch<unknown>, reason: string): Promise<void> {
    if (each.copyCount >= MAX_COPIES) {
      outstanding.fail(new Error(`a batch was sent ${MAX_COPIES} times without a result: ${reason}`));
      return;
    }
    count++;
    each.copyCount++;
    each.missedCount = 0;
    each.sentAt = now();
    const id = `${run}.${each.batch}.${each.copyCount}`;
    each.jobs.push(id);
    lastSent = [...lastSent, ...each.jobs].slice(-MAX_SENT);
    await queue.send([{ id, data: each.data, isUrgent: true }]);
  }

  /** Sends the batches again of which the queue has no job any more, as after a restart without its last second. */
  async function replaceLost(): Promise<void> {
    if (redis.status !== 'ready') return;
    const old = [...outstanding.batches.values()].filter(({ sentAt }) => now() - sentAt > LOST_INTERVAL);
    const missing = new Set(await queue.missing(old.flatMap(({ jobs }) => jobs)));
    for (const each of old) {
      const isMissing = each.jobs.every((id) => missing.has(id));
      each.missedCount = isMissing ? each.missedCount + 1 : 0;
      if (each.missedCount >= LOOKS && outstanding.batches.has(each.batch)) await send(each, 'its jobs were lost');
    }
  }

  function copySlow(): void {
    if (redis.status !== 'ready' || threadCount() === 0) return;
    const slow = overdueBatch(outstanding.batches.values(), threadCount(), now(), latency());
    if (slow) void send(slow, 'it takes too long').catch(() => {});
  }

  const timers = [
    setInterval(copySlow, SLOW_INTERVAL),
    setInterval(() => void replaceLost().catch(() => {}), LOST_INTERVAL),
  ];
  return {
    refused(batch, reason) {
      const each = outstanding.batches.get(batch);
      if (each) void send(each, reason).catch(() => {});
    },
    count: () => count,
    sent: () => lastSent,
    stop: () => timers.forEach(clearInterval),
  };
}
