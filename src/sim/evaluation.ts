import type { Gait } from './gait/gait.ts';

/** How an episode ended: by a fall; by its time limit, stagnation or arrival; or by a simulation that diverged. */
export type Ending = 'terminated' | 'truncated' | 'failed';

/** Measurements of one episode. */
export interface Evaluation {
  /** Sum of the rewards: larger is better. NaN for a failed episode, which ranks last. */
  fitness: number;
  /** Undiscounted sum of the rewards by the task's published rules; equal to the fitness for a task without any. */
  return: number;
  /** Number of control steps. */
  steps: number;
  ending: Ending;
  metrics: Metrics;
  /** Behaviour descriptor for archives: a number in [0, 1] for each of `descriptorNames`. */
  descriptor: number[];
  /** Hash of every part's pose and velocity at each simulated second and at the end, 16 hexadecimal digits. */
  hash: string;
}

/**
 * Measurements beside fitness, in SI units, taken once per control step; those of `gait` are taken at each physics step and
 * are more precise. `dutyFactors` has the share of time on the ground of each foot of the plan.
 */
export interface Metrics {
  distance: number;
  duration: number;
  speed: number;
  /** Work of motors and muscles, joules. */
  energy: number;
  /** Energy / (mass * gravity * distance), about 0.2 for a walking human; 0 without forward distance. */
  costOfTransport: number;
  falls: number;
  /** Mean height of the root above the ground, as a share of the standing height. */
  meanHeight: number;
  /** Share of the episode without a foot on the ground. */
  flight: number;
  dutyFactors: number[];
  /** Strength of the support that held the body upright, in m g L; 0 for none. */
  support: number;
  gait: Gait;
}
