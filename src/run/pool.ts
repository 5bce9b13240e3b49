import workerpool from 'workerpool';
import type { Life } from '../sim/rollout.ts';
import type { Batch, Evaluator } from './evaluator.ts';

export interface PoolOptions {
  /** Where the worker's script is: workers/evaluate.ts, built. */
  script: string;
  /** Threads of Node or a browser's workers. */
  kind: 'thread' | 'web';
  workerCount: number;
  /** Milliseconds of a steady clock, for the sizing of batches only. */
  now: () => number;
  /** Told when a worker was lost and its batch goes to another. */
  onLoss?: (reason: string) => void;
}

/** Work handed over at once should take so long, ms: long against a message, short against a generation. */
const BATCH_TIME = 60;
/** How often the same batch may be lost before the fault is the batch's. */
const LOSSES = 3;
/** How long a worker may take to end, ms. */
const PATIENCE = 1000;

/**
 * The evaluator over workers. A batch is cut into pieces by how long lives have taken lately, each free worker takes the
 * next one, and lives are put back by index: the result is the same whatever the number of workers. A worker that dies
 * is replaced and its piece lived again. Batches asked for together are lived one after the other.
 */
export function createPool({ script, kind, workerCount, now, onLoss }: PoolOptions): Evaluator {
  const pool = workerpool.pool(script, {
    maxWorkers: workerCount,
    workerType: kind,
    workerTerminateTimeout: PATIENCE / 4,
    ...(kind === 'web' ? { workerOpts: { type: 'module' as const } } : {}),
  });
  let lifeTime = 5;
  let isClosed = false;
  let busy: Promise<unknown> = Promise.resolve();

  async function live(piece: Batch): Promise<Life[]> {
    for (let losses = 1; ; losses++) {
      if (isClosed) throw new Error('the pool is closed');
      const started = now();
      try {
        const lives: Life[] = await pool.exec('evaluate', [piece]);
        lifeTime += 0.2 * ((now() - started) / piece.requests.length - lifeTime);
        return lives;
      } catch (error) {
        if (isClosed) continue;
        if (!(error instanceof workerpool.TerminateError)) throw error;
        const reason = error.message.split('\n', 1)[0] as string;
        if (losses === LOSSES) throw new Error(`${LOSSES} workers were lost over the same batch: ${reason}`);
        onLoss?.(reason);
      }
    }
  }

  async function share({ experiment, requests }: Batch): Promise<Life[]> {
    const lives = new Array<Life>(requests.length);
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
      await pool.terminate(true, PATIENCE).catch(() => {});
    },
  };
}
