import { type Episode, rollout } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { type Attempt, evaluateWithRetry, reasonOf } from './evaluate-with-retry.ts';
import { setupOf } from './setup.ts';

/** Turns genomes into evaluations. */
export interface Evaluator {
  /** The episodes, in the order of the requests. */
  evaluate(batch: Batch): Promise<Episode[]>;
  close(): Promise<void>;
}

/** Simulates a batch in the calling thread. Throws the first error that an episode throws. */
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

/** Evaluates in the calling thread. An episode that throws counts as failed, as in the pool. */
export const inProcess: Evaluator = {
  evaluate: (batch) => evaluateWithRetry(batch, attempt, () => {}),
  close: async () => {},
};
