import { withReference } from '../sim/reference.ts';
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

/**
 * Simulates a batch in the calling thread. Throws the first error that an episode throws, which is ReferenceNeeded for one that
 * needs planck.
 */
export function evaluateBatch({ experiment, requests, engine }: Batch): Episode[] {
  const setup = setupOf(experiment);
  if (engine !== undefined) setup.settings = { ...setup.settings, engine };
  return requests.map((request) => rollout(setup, request));
}

/** Simulates a batch in the calling thread, after loading planck if it is needed. Rejects as `evaluateBatch` throws. */
export const evaluateHere = (batch: Batch): Promise<Episode[]> => withReference(() => evaluateBatch(batch));

const attempt: Attempt = async (batch) => {
  try {
    return await evaluateHere(batch);
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
