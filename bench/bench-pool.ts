import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Evaluator } from '../src/run/evaluator.ts';
import { createPool } from '../src/run/pool.ts';

/** Threads of the built program's worker; it lies one folder above wherever this is bundled to. */
export function benchPool(workerCount = availableParallelism()): Evaluator {
  const script = fileURLToPath(new URL('../evaluate.js', import.meta.url));
  return createPool({ script, kind: 'thread', workerCount, now: () => performance.now() });
}
