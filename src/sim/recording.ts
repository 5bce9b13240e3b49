import type { BodyPlan } from '../creature/body-plan.ts';
import type { Terrain } from './terrain.ts';

/** Everything needed to draw one life again. */
export interface Recording {
  plan: BodyPlan;
  terrain: Terrain;
  /** Seconds between two frames. */
  frameTimestep: number;
  frameCount: number;
  /** x, y, angle of each part, frame by frame: metres and radians. */
  poses: Float64Array;
  /** Share of its full torque that each joint uses in each frame, with its sign; by torque, the action in force. */
  actions: Float32Array;
  /** Whether each part touches the ground in each frame, 0 or 1. */
  contacts: Uint8Array;
}
