import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Evaluator } from '../run/evaluator.ts';
import { createPool, type PoolOptions } from '../run/pool.ts';
import { withChosenPhysics } from './physics.ts';
import { printError } from './print.ts';

/** One worker per core, at most 16. */
export const defaultWorkerCount = () => Math.max(1, Math.min(availableParallelism(), 16));

/**
 * The pool over worker threads, which share a batch in pieces of `pieceTime` ms or, without it, of a time that suits most; prints each distinct message about a lost worker once. The worker's script is next to
 * the built program.
 */
export function createNodePool(
  workerCount: number,
  onProgress: PoolOptions['onProgress'] = () => {},
  pieceTime?: number,
): Evaluator {
  const script = fileURLToPath(new URL('./evaluate.js', import.meta.url));
  const printed = new Set<string>();
  const onLoss = (reason: string, isGivenUp: boolean) => {
    const result = isGivenUp
      ? 'its episode lost three workers and counts as failed'
      : 'its episodes are simulated again';
    const message = `A worker was lost (${reason}); ${result}.`;
    if (!printed.has(message)) printError(message);
    printed.add(message);
  };
  const pool = createPool({
    ...{ script, kind: 'thread', workerCount, onLoss, onProgress },
    now: () => performance.now(),
    ...(pieceTime !== undefined && { pieceTime }),
  });
  return withChosenPhysics(pool);
}
