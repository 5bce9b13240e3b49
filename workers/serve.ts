import workerpool from 'workerpool';
import type { Batch } from '../src/run/batch.ts';
import { reasonOf } from '../src/run/evaluate-with-retry.ts';
import { evaluateHere } from '../src/run/evaluator.ts';
import type { Fault } from '../src/run/pool.ts';

/**
 * Evaluates batches for a pool. When an evaluation throws, the worker reports the reason and never answers again, since its
 * state is unknown; the pool replaces it.
 */
export function serve(): void {
  const evaluate = async (batch: Batch) => {
    try {
      return await evaluateHere(batch);
    } catch (error) {
      workerpool.workerEmit({ fault: reasonOf(error) } satisfies Fault);
      return new Promise<never>(() => {});
    }
  };
  workerpool.worker({ evaluate });
}
