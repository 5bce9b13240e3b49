import type { Part } from '../creature/body-plan.ts';
import { anatomyOf } from './gait/track.ts';
import type { Physics } from './physics.ts';

/** Torque per radian of lean and per rad/s of angular velocity, in m g L. */
const LEAN = 2;
const TURNING = 0.6;

/**
 * Holds a body upright by a torque on its root against lean and angular velocity; to be called before each physics step.
 * Support that decreases during training makes gaits symmetric and calm (Yu, Turk & Liu 2018).
 * @param strength 1 for full support, 0 for none.
 */
export function createSupport(physics: Physics, gravity: number, strength: number): () => void {
  if (strength === 0) return () => {};
  const scale = strength * physics.mass * gravity * anatomyOf(physics.plan).legLength;
  const upright = (physics.plan.parts[0] as Part).angle;
  return () => physics.twist(0, -scale * (LEAN * (physics.angle(0) - upright) + TURNING * physics.omega(0)));
}
