import { type Episode, rollout } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { type Attempt, evaluateWithRetry, reasonOf } from './evaluate-with-retry.ts';
import { setupOf } from './setup.ts';

/** Turns genomes into evaluations, somewhere. */
export interface Evaluator {
  /** The lives in the order asked for, whoever lived them. */
  evaluate(batch: Batch): Promise<Episode[]>;
  close(): Promise<void>;
}

/** Lives a batch here and now. Throws what the first of its lives throws. */
export function evaluateBatch({ experiment, requests }: Batch): Episode[] {
  const setup = setupOf(experiment);
  return requests.map((request) => rollout(setup, request));
}

const attempt: Attempt = async (batch) => {
  try {
    return evaluateBatch(batch);
  } catch (error) {
    if (batch.requests.length === 0) throw error;
    return { loss: reasonOf(error) };
  }
};

/** The evaluator without workers: for tests, and where none can be had. A life that throws fails, as it does by workers. */
export const inProcess: Evaluator = {
  evaluate: (batch) => evaluateWithRetry(batch, attempt, () => {}),
  close: async () => {},
};
