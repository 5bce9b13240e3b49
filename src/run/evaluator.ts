import { type Life, type LifeRequest, rollout } from '../sim/rollout.ts';
import type { Experiment } from './experiment.ts';
import { habitatOf } from './habitat.ts';
import { type Attempt, livedDespite, reasonOf } from './losses.ts';

/** Lives asked for together: all in one habitat. */
export interface Batch {
  /** With the amendments in force already made. */
  experiment: Experiment;
  requests: LifeRequest[];
}

/** Turns genomes into evaluations, somewhere. */
export interface Evaluator {
  /** The lives in the order asked for, whoever lived them. */
  evaluate(batch: Batch): Promise<Life[]>;
  close(): Promise<void>;
}

/** Lives a batch here and now. Throws what the first of its lives throws. */
export function evaluateBatch({ experiment, requests }: Batch): Life[] {
  const habitat = habitatOf(experiment);
  return requests.map((request) => rollout(habitat, request));
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
  evaluate: (batch) => livedDespite(batch, attempt, () => {}),
  close: async () => {},
};
