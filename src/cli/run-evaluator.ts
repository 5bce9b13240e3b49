import type { QueueEvaluator } from '../cluster/queue-evaluator.ts';
import type { PoolOptions } from '../run/pool.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { printError } from './print.ts';
import { addressFrom, openQueue } from './queue-flag.ts';
import { UserError } from './user-error.ts';

/** Flags that say where a run or sweep is evaluated. */
export interface EvaluatorFlags {
  /** Threads of this process. */
  workers?: number;
  /** URL of a queue, whose workers are used instead. */
  queue?: string;
}

/** An evaluator over threads of this process or over a queue, which alone has a `note` and a `summary`. */
export type RunEvaluator = Pick<QueueEvaluator, 'evaluate' | 'close'> &
  Partial<Pick<QueueEvaluator, 'note' | 'summary' | 'threadCount'>>;

/**
 * The evaluator that the flags select. Rejects with a UserError when the queue cannot be used.
 * @param title of the run or sweep
 */
export async function createRunEvaluator(
  { workers, queue }: EvaluatorFlags,
  title: string,
  onProgress: PoolOptions['onProgress'],
): Promise<RunEvaluator> {
  if (queue === undefined) return createNodePool(workers ?? defaultWorkerCount(), onProgress);
  if (workers !== undefined)
    throw new UserError(
      '--workers are threads of this process, which a run on a --queue does not use: leave out one of them',
    );
  const address = addressFrom(queue);
  return openQueue(async (libraries) => {
    const { createQueueEvaluator } = await import('../cluster/queue-evaluator.ts');
    const tell = (sentence: string) => printError(`${sentence}.`);
    return createQueueEvaluator(libraries, { address, title, tell, onProgress });
  });
}
