import workerpool from 'workerpool';
import type { Episode } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { type Attempt, evaluateWithRetry, type OnWorkerLost } from './evaluate-with-retry.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

export interface PoolOptions {
  /** Path or URL of the built workers/evaluate.ts. */
  script: string;
  /** Node's worker threads or a browser's workers. */
  kind: 'thread' | 'web';
  workerCount: number;
  /** A steady clock, ms; only decides the size of batches. */
  now: () => number;
  onLoss?: OnWorkerLost;
  /** Called at the start of a batch and after each of its pieces: finished episodes, and all of the batch. */
  onProgress?: (done: number, total: number) => void;
  /** Minimum time before a worker counts as hanging, ms; longer for long episodes. */
  patience?: number;
  /** Aimed duration of a piece of a batch, ms. */
  pieceTime?: number;
}

/** A worker's last message, after an episode threw. */
export interface Fault {
  fault: string;
}

/** Default of `pieceTime`: long compared with a message, short compared with a generation. */
const PIECE_TIME = 60;
/** Time allowed for a worker to end, ms. */
const END_TIMEOUT = 1000;
/** Default of `patience`: half a minute, longer than loading a worker takes on a busy machine. */
const PATIENCE = 30_000;
/** Losses in a row, over any episodes, after which the pool gives up: workers themselves do not work. */
const MAX_LOSSES_IN_A_ROW = 12;
/** Factor by which a worker may be slower than recent ones before it counts as hanging. */
const SLOWNESS = 30;

/** Upper bounds on the control steps of an episode. */
const maxEpisodeSteps = new WeakMap<Experiment, number>();

/** Upper bound on the control steps of a batch. */
function maxSteps({ experiment, requests }: Batch): number {
  let steps = maxEpisodeSteps.get(experiment);
  if (steps === undefined) {
    const { duration, physicsRate, controlEvery } = setupOf(experiment).settings;
    steps = (duration * physicsRate) / controlEvery;
    maxEpisodeSteps.set(experiment, steps);
  }
  return requests.length * steps;
}

/**
 * Evaluates on workers. A batch is split into pieces sized by recent episode times, each free worker takes the next piece,
 * and results are ordered by index, so the result does not depend on the number of workers. A worker that dies, hangs or
 * throws is replaced and its piece evaluated again. Concurrent batches are evaluated one after the other.
 */
export function createPool(options: PoolOptions): Evaluator {
  const { script, kind, workerCount, now, onLoss, onProgress } = options;
  const { patience = PATIENCE, pieceTime = PIECE_TIME } = options;
  const pool = workerpool.pool(script, {
    maxWorkers: workerCount,
    workerType: kind,
    workerTerminateTimeout: END_TIMEOUT / 4,
    ...(kind === 'web' ? { workerOpts: { type: 'module' as const } } : {}),
  });
  let episodeTime = 5;
  let stepTime = 0.1;
  let lossCount = 0;
  let isClosed = false;
  let busy: Promise<unknown> = Promise.resolve();

  function updateTimes(episodes: readonly Episode[], time: number): void {
    const steps = episodes.reduce((sum, { evaluation }) => sum + evaluation.steps, 0);
    if (episodes.length > 0) episodeTime += 0.2 * (time / episodes.length - episodeTime);
    if (steps > 0) stepTime += 0.2 * (time / steps - stepTime);
  }

  const attempt: Attempt = async (piece, losses) => {
    if (isClosed) throw new Error('the pool is closed');
    // Longer with each loss: a machine that was asleep must not fail an episode.
    const limit = Math.max(patience, SLOWNESS * stepTime * maxSteps(piece)) * (losses + 1);
    const started = now();
    let fault: string | undefined;
    // Cancelling replaces the worker; the piece is retried on another.
    const onFault = (message: Fault) => {
      fault = message.fault;
      task.cancel();
    };
    const task = pool.exec('evaluate', [piece], { on: onFault });
    try {
      const episodes: Episode[] = await task.timeout(limit);
      lossCount = 0;
      updateTimes(episodes, now() - started);
      return episodes;
    } catch (error) {
      if (isClosed) throw new Error('the pool is closed');
      if (fault !== undefined) {
        // Thrown without any episode: every batch would throw.
        if (piece.requests.length === 0) throw new Error(fault);
        return { loss: fault };
      }
      const isHung = error instanceof workerpool.Promise.TimeoutError;
      if (!isHung && !(error instanceof workerpool.TerminateError)) throw error;
      const reason = isHung
        ? `no answer within ${Math.round(limit / 100) / 10} s`
        : ((error as Error).message.split('\n', 1)[0] as string);
      if (++lossCount > MAX_LOSSES_IN_A_ROW)
        throw new Error(`${lossCount} workers were lost one after the other: ${reason}`);
      return { loss: reason };
    }
  };

  const evaluatePiece = (piece: Batch) => evaluateWithRetry(piece, attempt, onLoss ?? (() => {}));

  async function share({ sample: _sample, ...batch }: Batch): Promise<Episode[]> {
    const { requests } = batch;
    const episodes = new Array<Episode>(requests.length);
    let next = 0;
    let done = 0;
    onProgress?.(0, requests.length);
    const work = async () => {
      while (next < requests.length) {
        const left = requests.length - next;
        // A single worker has nobody to share the rest with.
        const fair = workerCount === 1 ? left : Math.ceil(left / (2 * workerCount));
        const size = Math.max(1, Math.min(fair, Math.round(pieceTime / episodeTime)));
        const start = next;
        next += size;
        try {
          const piece = await evaluatePiece({ ...batch, requests: requests.slice(start, next) });
          piece.forEach((episode, i) => {
            episodes[start + i] = episode;
          });
          done += piece.length;
          onProgress?.(done, requests.length);
        } catch (error) {
          next = requests.length;
          throw error;
        }
      }
    };
    // After a failure, wait for the other workers, so the next batch starts with all of them idle.
    const ends = await Promise.allSettled(Array.from({ length: workerCount }, work));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return episodes;
  }

  return {
    evaluate(batch) {
      const episodes = busy.then(() => share(batch));
      busy = episodes.catch(() => {});
      return episodes;
    },
    async close() {
      isClosed = true;
      // Without a timeout, workerpool waits forever for a worker that died unnoticed.
      await pool.terminate(true, END_TIMEOUT).catch(() => {});
    },
  };
}
