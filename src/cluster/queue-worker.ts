import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Evaluator } from '../run/evaluator.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { parseBatch, requestsOf } from './batch-document.ts';
import { removeOrphans } from './batch-queue.ts';
import { connect, type Tell, whenAway } from './connection.ts';
import { episodesToText } from './episodes-document.ts';
import { engineName, PREFIX, QUEUE } from './keys.ts';
import { createKnownExperiments } from './known-experiments.ts';
import { createLanes, NEAR } from './lanes.ts';
import type { QueueLibraries } from './libraries.ts';
import { createLiveRuns } from './live-runs.ts';
import { createPermission } from './permission.ts';
import { createPoller } from './poller.ts';
import { noticesOf, runKind, showPresence, type WorkerNotice, workerKind } from './presence.ts';
import type { QueueAddress } from './queue-address.ts';
import { createRate } from './rate.ts';
import { createRefusals } from './refusals.ts';
import { addResult } from './result-stream.ts';
import { createThreads } from './threads.ts';

export interface QueueWorkerOptions {
  address: QueueAddress;
  /** Shown to people. */
  name: string;
  threadCount: number;
  /** Makes an evaluator of one thread. */
  createThread: () => Evaluator;
  tell: Tell;
}

/** Evaluates batches of a queue until it is closed. */
export interface QueueWorker {
  /** Resolves with the reason when its threads do not work; it is of no use then. */
  failed: Promise<Error>;
  /** Takes no more batches, waits for those it has unless the queue is away, and leaves the queue. */
  close(): Promise<void>;
}

/** Time that a batch belongs to a worker without renewal, and between two looks for batches of lost workers, ms. */
const LOCK = 10_000;
const STALLED_INTERVAL = 5000;
/** Pause after a command that failed because the queue was away, ms. */
const RETRY_DELAY = 500;
/** Time after a batch in which a worker far from the queue asks for the next one instead of waiting to be woken, ms. */
const BUSY = 1000;
/** Workers that one job may lose before it is removed; its run then sends the batch again. */
const MAX_STALLED = 5;

/** Throws an Error when all runs in the queue need another engine. */
async function refuseOtherEngine(redis: Redis, name: string): Promise<void> {
  const runs = [...(await noticesOf(redis, runKind)).values()];
  const other = runs.find(({ engine }) => engine !== engineName);
  if (other === undefined || runs.some(({ engine }) => engine === engineName)) return;
  throw new Error(
    `the run in the queue at ${name} needs engine ${other.engine}, this worker has ${engineName}: its results would differ. Install the version of gaitlab that started the run`,
  );
}

/**
 * Joins a queue as a worker. This thread only sends and receives; batches are evaluated in threads of their own, one batch in each;
 * far from the queue, one more or several wait here, so that no thread waits for the network (`lanes.ts`). Rejects with an Error when the queue refuses the
 * connection, or when its runs need another engine.
 */
export async function startQueueWorker(
  libraries: QueueLibraries,
  { address, name, threadCount, createThread, tell }: QueueWorkerOptions,
): Promise<QueueWorker> {
  const meanwhile = 'this worker waits for it';
  const redis = await connect(libraries, address, { patience: Number.POSITIVE_INFINITY, meanwhile, tell });
  try {
    await refuseOtherEngine(redis, address.name);
    await removeOrphans(libraries, redis);
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  const now = () => performance.now();
  const id = randomBytes(8).toString('hex');
  const threads = createThreads(threadCount, createThread);
  const experimentOf = createKnownExperiments(redis);
  const isAlive = createLiveRuns(redis, now);
  const rate = createRate(now);
  const refusals = createRefusals(tell);
  const permission = createPermission(address.name, meanwhile, tell);
  let latency = 0;
  let lastBatch = Number.NEGATIVE_INFINITY;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });

  /** Evaluates the batch of a job and sends its results to the run, over the connection from which the job came. */
  async function work(data: unknown, connection: Redis): Promise<void> {
    // Its run removed the job, as it does with copies, when it was already on the way to this worker.
    if (typeof data === 'object' && data !== null && Object.keys(data).length === 0) return;
    lastBatch = now();
    lanes.wake();
    const batch = parseBatch(data);
    // Results of a run that has ended would stay in the queue.
    if (!(await isAlive(batch.run))) return;
    const answer = { batch: batch.batch, worker: name };
    let requests: ReturnType<typeof requestsOf>;
    let experiment: Experiment;
    try {
      const known = await experimentOf(batch.run, batch.experiment);
      experiment = known.experiment;
      requests = requestsOf(batch, known.setup);
    } catch (error) {
      await addResult(connection, batch.run, { ...answer, time: 0, kind: 'refused', text: (error as Error).message });
      throw error;
    }
    const { episodes, time } = await threads.use(async (evaluator) => {
      const started = now();
      const evaluated = await evaluator.evaluate({ experiment, requests }).catch((error) => {
        fail(error as Error);
        throw error;
      });
      return { episodes: evaluated, time: now() - started };
    });
    rate.add(episodes.length);
    const text = episodesToText(episodes);
    // BullMQ ends the job on the same connection, so the queue has the result before.
    addResult(connection, batch.run, { ...answer, time, kind: 'episodes', text }, latency >= NEAR).catch((error) => {
      if (!permission.note('batches', error)) refusals.add(error.message);
    });
  }

  /** Does the work of a job; rejects if it cannot be done. */
  async function take(data: unknown, connection: Redis): Promise<void> {
    try {
      await work(data, connection);
    } catch (error) {
      if (!permission.note('batches', error as Error)) refusals.add((error as Error).message);
      throw error;
    }
  }

  /** A worker of BullMQ that calls `process` with each batch, or only has the commands for a poller. */
  function open(connection: Redis, process: ((job: { data: unknown }) => Promise<void>) | null) {
    const worker = new libraries.Worker(QUEUE, process, {
      ...{ connection, prefix: PREFIX, name, concurrency: threadCount, runRetryDelay: RETRY_DELAY },
      ...{ lockDuration: LOCK, stalledInterval: STALLED_INTERVAL, maxStalledCount: MAX_STALLED },
      ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
      autorun: process !== null,
    });
    // The first connection's own events tell the user of other errors.
    worker.on('error', (error) => void permission.note('batches', error));
    return worker;
  }
  const lanes = createLanes(
    redis,
    threadCount,
    (connection) => {
      const worker = open(connection, ({ data }) => take(data, connection));
      worker.on('active', () => void permission.note('batches'));
      return worker;
    },
    (connection) =>
      createPoller({
        ...{ worker: open(connection, null), concurrency: threadCount, lock: LOCK, pause: RETRY_DELAY },
        take: (data) => take(data, connection),
        isBusy: () => now() - lastBatch < BUSY,
        note: (error) => void permission.note('batches', error),
      }),
  );
  const measureLatency = async () => {
    if (redis.status !== 'ready') return;
    const asked = now();
    await redis.ping();
    const time = now() - asked;
    // The smallest of late: a busy moment says nothing about the network.
    latency = latency === 0 ? time : Math.min(time, latency * 1.2);
    lanes.adapt(latency);
  };
  await measureLatency();
  const presence = showPresence<WorkerNotice>(redis, workerKind, id, () => {
    void measureLatency().catch(() => {});
    const notice = { name: name.slice(0, 200), engine: engineName, threads: threadCount, latency };
    return { ...notice, episodes: rate.count, rate: rate.perSecond() };
  });
  await presence.renew();
  return {
    failed,
    async close() {
      const leave = async () => {
        await lanes.close();
        await presence.end();
      };
      // Another worker evaluates again what cannot be sent.
      await Promise.race([leave().catch(() => {}), whenAway(redis)]);
      refusals.end();
      redis.disconnect();
      await threads.close();
    },
  };
}
