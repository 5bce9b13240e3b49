import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Evaluator } from '../src/run/evaluator.ts';
import { createPool } from '../src/run/pool.ts';

/** A pool of threads that run the built worker, which is one folder above the bundled benchmark. */
export function benchPool(workerCount = availableParallelism()): Evaluator {
  const script = fileURLToPath(new URL('../evaluate.js', import.meta.url));
  return createPool({ script, kind: 'thread', workerCount, now: () => performance.now() });
}
