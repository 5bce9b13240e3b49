import { type Life, type LifeRequest, rollout } from '../sim/rollout.ts';
import type { Experiment } from './experiment.ts';
import { habitatOf } from './habitat.ts';

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

/** Lives a batch here and now. */
export function evaluateBatch({ experiment, requests }: Batch): Life[] {
  const habitat = habitatOf(experiment);
  return requests.map((request) => rollout(habitat, request));
}

/** The evaluator without workers: for tests, and where none can be had. */
export const inProcess: Evaluator = {
  evaluate: async (batch) => evaluateBatch(batch),
  close: async () => {},
};
