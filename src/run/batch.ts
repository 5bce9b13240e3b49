import type { LifeRequest } from '../sim/rollout.ts';
import type { Experiment } from './experiment-schema.ts';

/** Lives asked for together: all in one habitat. */
export interface Batch {
  /** With the amendments in force already made. */
  experiment: Experiment;
  requests: LifeRequest[];
}
