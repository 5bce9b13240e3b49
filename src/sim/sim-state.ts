import type { GaitMeter } from './gait/meter.ts';
import type { Physics } from './physics.ts';
import type { Terrain } from './terrain.ts';

/** State of an episode that sensors and reward functions read. */
export interface SimState {
  readonly physics: Physics;
  readonly terrain: Terrain;
  /** Seconds since the start. */
  time: number;
  /** Height of the root above the ground at the start, metres. */
  readonly standingHeight: number;
  /** x of the root at the start, metres. */
  readonly startX: number;
  /** Current action, a value in [-1, 1] for each joint and each muscle. */
  readonly action: Float64Array;
  /**
   * Share of its full torque that each joint used: by torque the action itself, by servo the mean over the control step. For each
   * muscle its activation.
   */
  readonly effort: Float64Array;
  /** Measures the gait of the episode so far. */
  readonly gait: GaitMeter;
}
