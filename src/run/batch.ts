import type { EpisodeRequest } from '../sim/rollout.ts';
import type { Experiment } from './experiment-schema.ts';

/** Lives asked for together: all in one setup. */
export interface Batch {
  /** With the amendments in force already made. */
  experiment: Experiment;
  requests: EpisodeRequest[];
}
