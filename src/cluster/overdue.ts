import type { OutstandingBatch } from './outstanding.ts';

/**
 * Delays that are no reason for a copy, ms: the queue's own and those of a busy machine. Longer while no thread is idle, which a
 * copy would then only keep from other work.
 */
export const SLACK = { idle: 300, busy: 3000 };

type Timed = Pick<OutstandingBatch<unknown>, 'sentAt' | 'time' | 'copyCount'>;

/**
 * The batch to send once more because it takes too long; undefined for none. Near the end of a generation, when threads are idle,
 * that is the oldest one once it takes twice its time; before that, one that takes far longer than twice the time of all batches
 * together. Each copy of a batch doubles the time until the next.
 * @param threadCount threads of all workers
 * @param now ms
 * @param latency time that a worker waits for an answer of the queue, ms
 */
export function overdueBatch<Batch extends Timed>(
  batches: Iterable<Batch>,
  threadCount: number,
  now: number,
  latency = 0,
): Batch | undefined {
  const all = [...batches];
  if (all.length === 0) return undefined;
  const oldest = all.reduce((first, each) => (each.sentAt < first.sentAt ? each : first));
  const isIdle = all.length < threadCount;
  const wait = isIdle ? 0 : all.reduce((sum, { time }) => sum + time, 0) / threadCount;
  const slack = isIdle ? SLACK.idle : SLACK.busy;
  const patience = 2 ** (oldest.copyCount + 1) * (oldest.time + wait + 2 * latency) + slack;
  return now - oldest.sentAt > patience ? oldest : undefined;
}
