import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Evaluator } from '../run/evaluator.ts';
import { createPool } from '../run/pool.ts';

/** One worker per core, at most 16. */
export const defaultWorkerCount = () => Math.max(1, Math.min(availableParallelism(), 16));

/**
 * The pool over worker threads; prints each distinct message about a lost worker once. The worker's script is next to
 * the built program.
 */
export function createNodePool(workerCount: number): Evaluator {
  const script = fileURLToPath(new URL('./evaluate.js', import.meta.url));
  const said = new Set<string>();
  const onLoss = (reason: string, isGivenUp: boolean) => {
    const then = isGivenUp ? 'the third over one creature, which counts as failed' : 'its lives are lived again';
    const words = `A worker was lost (${reason}); ${then}.`;
    if (!said.has(words)) console.error(words);
    said.add(words);
  };
  return createPool({ script, kind: 'thread', workerCount, now: () => performance.now(), onLoss });
}
