import type { GaitMeter } from './gait/meter.ts';
import type { Physics } from './physics.ts';
import type { Terrain } from './terrain.ts';

/** What sensors and tasks may know of a life at one moment. */
export interface SimState {
  readonly physics: Physics;
  readonly terrain: Terrain;
  /** Seconds lived. */
  time: number;
  /** Height of the root over the ground when the life began, metres. */
  readonly standingHeight: number;
  /** Root's x when the life began, metres. */
  readonly startX: number;
  /** The action in force, one value a joint in [-1, 1]. */
  readonly action: Float64Array;
  /** Share of its full torque that each joint used: by torque the action itself, by servo the mean over the control step. */
  readonly effort: Float64Array;
  /** What the legs have done so far. */
  readonly gait: GaitMeter;
}
