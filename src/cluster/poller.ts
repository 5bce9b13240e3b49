import { randomBytes } from 'node:crypto';
import type { Worker } from 'bullmq';
import type { Consumer } from './lanes.ts';

/** The worker of BullMQ of which a poller uses the commands; it runs no loop of its own. */
export type PolledWorker = Pick<Worker, 'getNextJob' | 'extendJobLocks' | 'close'>;

export interface PollerOptions {
  worker: PolledWorker;
  /** Evaluates the batch of a job; rejects if it cannot. */
  take: (data: unknown) => Promise<void>;
  /** Whether batches have come lately, over any connection. */
  isBusy: () => boolean;
  /** A question has been answered, perhaps with an error; another one follows. */
  note: (error?: Error) => void;
  /** Time that a batch belongs to the worker without renewal, ms. */
  lock: number;
  /** Pause after an error, ms. */
  pause: number;
  concurrency: number;
}

/** Takes batches by asking. */
export interface Poller extends Consumer {
  /** To be called when a batch has come over another connection. */
  wake(): void;
}

/**
 * While a worker is busy, asks for a batch, and asks again when the queue answers that there is none. A worker of BullMQ asks only
 * after a message from the queue that there is a batch, so it has the batch three one-way delays after it was sent; a question that
 * is already on the way needs one to three. There is one question at a time, so that other workers can get their first batch before
 * this one gets a second one. After an answer with a batch, it asks for as many as it has room for.
 */
export function createPoller({ worker, take, isBusy, note, lock, pause, concurrency }: PollerOptions): Poller {
  const name = randomBytes(8).toString('hex');
  /** Tokens of the batches that it has, by the job's id. */
  const held = new Map<string, string>();
  const working = new Set<Promise<void>>();
  let most = concurrency;
  let asked = 0;
  let asking = 0;
  let isFlowing = false;
  let isClosed = false;

  const renewal = setInterval(() => {
    if (held.size > 0) worker.extendJobLocks([...held.keys()], [...held.values()], lock).catch(() => {});
  }, lock / 2);

  /** Follows `action`, so that the end can wait for it. */
  function follow(action: Promise<void>): void {
    const followed = action.finally(() => working.delete(followed));
    working.add(followed);
  }

  async function evaluate(job: NonNullable<Awaited<ReturnType<Worker['getNextJob']>>>, token: string): Promise<void> {
    const id = job.id ?? '';
    held.set(id, token);
    try {
      // Its results are sent before, on the same connection.
      const isDone = await take(job.data).then(
        () => true,
        (error: Error) => job.moveToFailed(error, token, false).then(() => false),
      );
      if (isDone) await job.moveToCompleted(null, token, false);
    } catch (error) {
      // It was removed, or is another worker's by now; its run looks for results, not for jobs.
      note(error as Error);
    } finally {
      held.delete(id);
      ask();
    }
  }

  async function askOnce(): Promise<void> {
    asking++;
    try {
      const token = `${name}:${asked++}`;
      const job = await worker.getNextJob(token, { block: false });
      note();
      isFlowing = job !== undefined;
      if (job !== undefined) follow(evaluate(job, token));
    } catch (error) {
      isFlowing = false;
      note(error as Error);
      if (!isClosed) await new Promise((resolve) => setTimeout(resolve, pause));
    } finally {
      asking--;
    }
    ask();
  }

  function ask(): void {
    if (isClosed || !isBusy()) return;
    const room = most - held.size - asking;
    const count = isFlowing ? room : Math.min(room, 1 - asking);
    for (let i = 0; i < count; i++) follow(askOnce());
  }

  return {
    get concurrency() {
      return most;
    },
    set concurrency(count) {
      most = count;
      ask();
    },
    wake: ask,
    async close() {
      isClosed = true;
      while (working.size > 0) await Promise.all(working);
      clearInterval(renewal);
      await worker.close();
    },
  };
}
