import type { GaussianSample } from '../math/gaussian-sample.ts';
import type { PhysicsEngine } from '../sim/physics.ts';
import type { EpisodeRequest } from '../sim/rollout.ts';
import type { Experiment } from './experiment-schema.ts';

/** Episodes to simulate together, all in one setup. */
export interface Batch {
  /** With the amendments in effect applied. */
  experiment: Experiment;
  requests: EpisodeRequest[];
  /** The sample of which genomes are the vectors, for evaluators far away: they may be drawn again instead of sent. */
  sample?: GaussianSample | undefined;
  /** What simulates them; it changes no bit. */
  engine?: PhysicsEngine;
}
