import { randomBytes } from 'node:crypto';
import type { Batch } from '../run/batch.ts';
import { type Evaluator, inProcess } from '../run/evaluator.ts';
import { setupOf } from '../run/setup.ts';
import { plural } from '../schema/plural.ts';
import type { Episode } from '../sim/rollout.ts';
import { sensorsIn } from '../sim/task.ts';
import { batchToDocument, canBeSent } from './batch-document.ts';
import { MAX_EPISODES } from './batch-head.ts';
import { type BatchJob, openBatchQueue, removeOrphans } from './batch-queue.ts';
import { connect, type Tell, whenAway } from './connection.ts';
import { createCopies } from './copies.ts';
import { indexed } from './drawn-genomes.ts';
import { episodesFromText } from './episodes-document.ts';
import { engineName, resultsKey } from './keys.ts';
import type { QueueLibraries } from './libraries.ts';
import { createOutstanding } from './outstanding.ts';
import { createPermission } from './permission.ts';
import { pieceSizes } from './piece-sizes.ts';
import { type RunNotice, runKind, showPresence } from './presence.ts';
import { createPublishedExperiments } from './published-experiments.ts';
import type { QueueAddress } from './queue-address.ts';
import { createRate } from './rate.ts';
import { createRefusals } from './refusals.ts';
import { type BatchResult, readResults } from './result-stream.ts';
import { watchWorkers } from './watch-workers.ts';

export interface QueueEvaluatorOptions {
  address: QueueAddress;
  /** Of the run or sweep, for `gaitlab status`. */
  title: string;
  tell: Tell;
  /** Called at the start of a batch and after each of its pieces: finished episodes, and all of the batch. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Aimed duration of a batch, ms; a benchmark tries others. */
  batchTime?: number;
}

/** Evaluates on all workers of a queue. */
export interface QueueEvaluator extends Evaluator {
  /** Tells others how far the run is. */
  note(progress: Pick<RunNotice, 'generation' | 'share'>): void;
  /** Threads of all workers. */
  threadCount(): number;
  /** Workers and their speed in a few words, as in `3 workers, 210 episodes/s`. */
  summary(): string;
}

/** Time to wait for the queue at the start, ms. */
const PATIENCE = 15_000;

/**
 * Connects a run to a queue. A batch is divided into pieces, which any worker may evaluate; results are ordered by index, so they
 * have the bits of the local pool. Concurrent batches are evaluated together. Rejects with an Error when the queue cannot be
 * reached.
 */
export async function createQueueEvaluator(
  libraries: QueueLibraries,
  { address, title, tell, onProgress, batchTime }: QueueEvaluatorOptions,
): Promise<QueueEvaluator> {
  const meanwhile = 'the run waits and continues when the queue is back';
  const redis = await connect(libraries, address, { patience: PATIENCE, meanwhile, tell });
  const reader = redis.duplicate();
  reader.on('error', () => {});
  const run = randomBytes(8).toString('hex');
  const now = () => performance.now();
  const queue = openBatchQueue(libraries, redis);
  const experiments = createPublishedExperiments(redis, run);
  const outstanding = createOutstanding<Episode[]>();
  const rate = createRate(now);
  const refusals = createRefusals(tell);
  const permission = createPermission(address.name, meanwhile, tell);
  const workers = watchWorkers(redis, () => outstanding.batches.size > 0, address.name, tell);
  const copies = createCopies({ redis, queue, outstanding, run, now, ...workers });
  let progress = { generation: 0, share: -1 };
  let startShare = -1;
  let nextBatch = 0;
  /** Moving average of the duration of an episode on one thread, ms. */
  let episodeTime = 5;
  let isClosed = false;
  const started = now();

  const presence = showPresence<RunNotice>(redis, runKind, run, () => {
    void experiments.renew().catch(() => {});
    return {
      title: title.slice(0, 200),
      engine: engineName,
      ...progress,
      startShare,
      seconds: Math.round((now() - started) / 1000),
      episodes: rate.count,
      rate: rate.perSecond(),
      batches: outstanding.batches.size,
      copies: copies.count(),
    };
  });

  function take({ batch, worker, time, kind, text }: BatchResult): void {
    const jobs = outstanding.batches.get(batch)?.jobs ?? [];
    if (kind === 'refused') {
      if (jobs.length > 0) copies.refused(batch, `worker ${worker} refused a batch: ${text.slice(0, 500)}`);
      return;
    }
    const settled = outstanding.settle(batch, text);
    if (settled === 'unknown') throw new Error(`a result in the queue is of batch ${batch}, which was not sent`);
    if (settled === 'different')
      outstanding.fail(
        new Error(
          `worker ${worker} and another one gave different results for the same episodes: one of the machines computes wrongly. Stop it and resume the run from a checkpoint before generation ${progress.generation}`,
        ),
      );
    if (settled !== 'used') return;
    const count = sizes.get(batch) ?? 1;
    sizes.delete(batch);
    episodeTime += 0.2 * (time / count - episodeTime);
    rate.add(count);
    if (jobs.length > 1) void queue.remove(jobs);
  }

  /** Episodes of each outstanding batch. */
  const sizes = new Map<number, number>();
  const note = (error?: Error) => void permission.note('results', error);
  const reading = readResults(reader, redis, run, { take, refuse: refusals.add, note });

  async function send({ experiment, requests, sample }: Batch): Promise<Episode[]> {
    if (!canBeSent({ experiment, requests })) return inProcess.evaluate({ experiment, requests });
    if (requests.length === 0) return [];
    const hash = await permission.whenPermitted(() => experiments.publish(experiment));
    const { plan, task, settings } = setupOf(experiment);
    const sensorCount = sensorsIn(task, plan, settings).length;
    const known = sample && indexed(sample);
    let [start, done] = [0, 0];
    onProgress?.(0, requests.length);
    const jobs: BatchJob[] = [];
    const pieces: Promise<Episode[]>[] = [];
    const threads = Math.max(1, workers.threadCount());
    for (const size of pieceSizes(requests.length, threads, episodeTime, workers.latency(), batchTime)) {
      const batch = nextBatch++;
      const data = batchToDocument(requests.slice(start, start + size), { run, batch, experiment: hash }, known);
      start += size;
      sizes.set(batch, size);
      const id = `${run}.${batch}`;
      jobs.push({ id, data, isUrgent: false });
      pieces.push(
        new Promise<Episode[]>((resolve, reject) => {
          outstanding.add({
            ...{ batch, jobs: [id], sentAt: now(), time: size * episodeTime, missedCount: 0, copyCount: 0, data },
            read: (text) => episodesFromText(text, size, sensorCount),
            resolve,
            reject,
          });
        }).then((episodes) => {
          done += episodes.length;
          onProgress?.(done, requests.length);
          return episodes;
        }),
      );
    }
    const all = Promise.all(pieces);
    all.catch(() => {});
    await permission.whenPermitted(() => queue.send(jobs));
    return (await all).flat();
  }

  await Promise.all([presence.renew(), workers.ready, removeOrphans(libraries, redis)]);
  return {
    async evaluate({ requests, ...batch }) {
      if (isClosed) throw new Error('the connection to the queue is closed');
      const episodes: Episode[] = [];
      for (let at = 0; at < requests.length; at += MAX_EPISODES)
        episodes.push(...(await send({ ...batch, requests: requests.slice(at, at + MAX_EPISODES) })));
      return episodes;
    },
    note(latest) {
      if (startShare < 0) startShare = latest.share;
      progress = latest;
    },
    threadCount: workers.threadCount,
    summary: () => `${plural(workers.count(), 'worker')}, ${Math.round(rate.perSecond())} episodes/s`,
    async close() {
      isClosed = true;
      workers.stop();
      copies.stop();
      const left = [...outstanding.batches.values()].flatMap(({ jobs }) => jobs);
      outstanding.fail(new Error('the connection to the queue is closed'));
      reader.disconnect();
      await reading;
      const leave = async () => {
        await queue.discard([...left, ...copies.sent()]);
        await Promise.all([presence.end(), experiments.remove(), redis.del(resultsKey(run))]);
      };
      await Promise.race([leave().catch(() => {}), whenAway(redis)]);
      refusals.end();
      await queue.close();
      redis.disconnect();
    },
  };
}
