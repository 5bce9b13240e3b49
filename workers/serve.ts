import workerpool from 'workerpool';
import type { Batch } from '../src/run/batch.ts';
import { reasonOf } from '../src/run/evaluate-with-retry.ts';
import { evaluateBatch } from '../src/run/evaluator.ts';
import type { Fault } from '../src/run/pool.ts';

/**
 * Lives batches for a pool. When one throws, the worker says why and is then at nobody's service: the pool puts another in
 * its place, as nobody knows what state it was left in.
 */
export function serve(): void {
  const evaluate = (batch: Batch) => {
    try {
      return evaluateBatch(batch);
    } catch (error) {
      workerpool.workerEmit({ fault: reasonOf(error) } satisfies Fault);
      return new Promise<never>(() => {});
    }
  };
  workerpool.worker({ evaluate });
}
