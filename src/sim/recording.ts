import type { BodyPlan } from '../creature/body-plan.ts';
import type { Terrain } from './terrain.ts';

/** Everything needed to draw an episode. */
export interface Recording {
  plan: BodyPlan;
  terrain: Terrain;
  /** Seconds between two frames. */
  frameTimestep: number;
  frameCount: number;
  /** x, y, angle of each part, frame by frame: metres and radians. */
  poses: Float64Array;
  /**
   * Share of its full torque that each joint uses, with its sign, then the activation of each muscle, frame by frame; by torque,
   * their current actions.
   */
  actions: Float32Array;
  /** Whether each part touches the ground, frame by frame: 0 or 1. */
  contacts: Uint8Array;
}
