import type { Gait } from './gait/gait.ts';

/** How a life ended: by a fall, by time or standstill or arrival, or by a simulation that broke. */
export type Ending = 'terminated' | 'truncated' | 'failed';

/** What one life came to. */
export interface Evaluation {
  /** Larger is better, metres less care; NaN for a failed life, which ranks last. */
  fitness: number;
  /** Sum of the rewards by the task's published rules, undiscounted; the fitness where it has none. */
  return: number;
  /** Control steps lived. */
  steps: number;
  ending: Ending;
  metrics: Metrics;
  /** What kind of gait it was, for archives: a number in [0, 1] for each of `descriptorNames`. */
  descriptor: number[];
  /** Of every part's pose and speed once a simulated second and at the end, 16 hexadecimal digits. */
  hash: string;
}

/**
 * Measures beside fitness, in SI units, read once a control step; those of `gait` are read at each physics step and are the
 * better ones. `dutyFactors` has one share in [0, 1] for each foot of the plan.
 */
export interface Metrics {
  distance: number;
  duration: number;
  speed: number;
  /** Work of the motors, joules. */
  energy: number;
  /** Energy / (mass * gravity * distance): 0.2 is a walking human, 0 for who got nowhere. */
  costOfTransport: number;
  falls: number;
  /** Of the root over the ground, on average, as a share of its height at first. */
  meanHeight: number;
  /** Share of the life without a foot on the ground. */
  flight: number;
  dutyFactors: number[];
  /** Support that held it upright, in m g L; 0 for an unaided body. */
  support: number;
  gait: Gait;
}
