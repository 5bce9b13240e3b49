import workerpool from 'workerpool';
import type { Episode } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { type Attempt, evaluateWithRetry, type OnWorkerLost } from './evaluate-with-retry.ts';
import type { Evaluator } from './evaluator.ts';
import { setupOf } from './setup.ts';

export interface PoolOptions {
  /** Where the worker's script is: workers/evaluate.ts, built. */
  script: string;
  /** Threads of Node or a browser's workers. */
  kind: 'thread' | 'web';
  workerCount: number;
  /** Milliseconds of a steady clock, for the sizing of batches only. */
  now: () => number;
  onLoss?: OnWorkerLost;
  /** A worker is waited for so long, ms, and longer where its lives may last longer. */
  patience?: number;
}

/** What a worker says of a life that threw; it answers no more. */
export interface Fault {
  fault: string;
}

/** Work handed over at once should take so long, ms: long against a message, short against a generation. */
const BATCH_TIME = 60;
/** How long a worker may take to end, ms. */
const LAST_WORDS = 1000;
/** Half a minute: no machine is so busy that a worker is not loaded by then. */
const PATIENCE = 30_000;
/** Losses in a row, over whatever lives, beyond which the fault is that of workers as such. */
const MOST_LOSSES = 12;
/** A worker may be so many times slower than others lately before it is taken to hang. */
const SLOWNESS = 30;

/** Control steps that all lives of a batch may have together. */
function mostSteps({ experiment, requests }: Batch): number {
  const { duration, physicsRate, controlEvery } = setupOf(experiment).settings;
  return requests.length * ((duration * physicsRate) / controlEvery);
}

/**
 * The evaluator over workers. A batch is cut into pieces by how long lives have taken lately, each free worker takes the
 * next one, and lives are put back by index: the result is the same whatever the number of workers. A worker that dies,
 * hangs or throws is replaced and its piece lived again. Batches asked for together are lived one after the other.
 */
export function createPool(options: PoolOptions): Evaluator {
  const { script, kind, workerCount, now, onLoss, patience = PATIENCE } = options;
  const pool = workerpool.pool(script, {
    maxWorkers: workerCount,
    workerType: kind,
    workerTerminateTimeout: LAST_WORDS / 4,
    ...(kind === 'web' ? { workerOpts: { type: 'module' as const } } : {}),
  });
  let lifeTime = 5;
  let stepTime = 0.1;
  let lossCount = 0;
  let isClosed = false;
  let busy: Promise<unknown> = Promise.resolve();

  function learnFrom(lives: readonly Episode[], time: number): void {
    const steps = lives.reduce((sum, { evaluation }) => sum + evaluation.steps, 0);
    if (lives.length > 0) lifeTime += 0.2 * (time / lives.length - lifeTime);
    if (steps > 0) stepTime += 0.2 * (time / steps - stepTime);
  }

  const attempt: Attempt = async (piece, losses) => {
    if (isClosed) throw new Error('the pool is closed');
    // Twice as long each time: a machine that was asleep for an hour has done no harm.
    const limit = Math.max(patience, SLOWNESS * stepTime * mostSteps(piece)) * (losses + 1);
    const started = now();
    let fault: string | undefined;
    // Cancelled, a worker is replaced: what threw here is tried elsewhere.
    const hear = (said: Fault) => {
      fault = said.fault;
      task.cancel();
    };
    const task = pool.exec('evaluate', [piece], { on: hear });
    try {
      const lives: Episode[] = await task.timeout(limit);
      lossCount = 0;
      learnFrom(lives, now() - started);
      return lives;
    } catch (error) {
      if (isClosed) throw new Error('the pool is closed');
      if (fault !== undefined) {
        // Not over any life, so each other one would fare alike.
        if (piece.requests.length === 0) throw new Error(fault);
        return { loss: fault };
      }
      const isHung = error instanceof workerpool.Promise.TimeoutError;
      if (!isHung && !(error instanceof workerpool.TerminateError)) throw error;
      const reason = isHung
        ? `no answer within ${Math.round(limit / 100) / 10} s`
        : ((error as Error).message.split('\n', 1)[0] as string);
      if (++lossCount > MOST_LOSSES) throw new Error(`${lossCount} workers were lost one after the other: ${reason}`);
      return { loss: reason };
    }
  };

  const live = (piece: Batch) => evaluateWithRetry(piece, attempt, onLoss ?? (() => {}));

  async function share({ experiment, requests }: Batch): Promise<Episode[]> {
    const lives = new Array<Episode>(requests.length);
    let next = 0;
    const work = async () => {
      while (next < requests.length) {
        const fair = Math.ceil((requests.length - next) / (2 * workerCount));
        const size = Math.max(1, Math.min(fair, Math.round(BATCH_TIME / lifeTime)));
        const start = next;
        next += size;
        try {
          const piece = await live({ experiment, requests: requests.slice(start, next) });
          piece.forEach((life, i) => {
            lives[start + i] = life;
          });
        } catch (error) {
          next = requests.length;
          throw error;
        }
      }
    };
    // Whoever is still at work when another fails is waited for: the next batch finds every worker free.
    const ends = await Promise.allSettled(Array.from({ length: workerCount }, work));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return lives;
  }

  return {
    evaluate(batch) {
      const lives = busy.then(() => share(batch));
      busy = lives.catch(() => {});
      return lives;
    },
    async close() {
      isClosed = true;
      // workerpool waits without end for word from a worker that has died unnoticed.
      await pool.terminate(true, LAST_WORDS).catch(() => {});
    },
  };
}
