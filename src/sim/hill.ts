import { MUSCLE_REACH } from '../creature/muscle.ts';

/**
 * Force of a muscle as a share of its strength, by Hill's model: a product of one factor for its length and one for its speed.
 * Hill 1938, The heat of shortening and the dynamic constants of muscle; Zajac 1989, Muscle and tendon; both factors with the
 * constants of Geyer & Herr 2010, A muscle-reflex model that encodes principles of legged mechanics.
 */

/** Curvature of Hill's hyperbola: the reciprocal of his a / F0, 0.25 in most muscles. */
const CURVATURE = 4;
/** Force of a muscle that is lengthened fast. */
const MOST = 1.5;
/** Speed of lengthening with half of that gain; by it both branches have one slope at rest. */
const HALF_GAIN = (MOST - 1) / (1 + CURVATURE);

/** Factor for the length as a share of the rest length: 1 at rest, a parabola down to 0 at both ends of its reach. */
export function forceAtLength(stretch: number): number {
  const x = (stretch - 1) / MUSCLE_REACH;
  return Math.max(0, 1 - x * x);
}

/**
 * Factor for the speed in the direction of the force, as a share of the top speed: 1 at rest, less while it yields to the force,
 * 0 from the top speed on; more when the muscle is moved against its force, at most 1.5.
 */
export function forceAtSpeed(speed: number): number {
  if (speed >= 1) return 0;
  if (speed >= 0) return (1 - speed) / (1 + CURVATURE * speed);
  return 1 + ((MOST - 1) * -speed) / (HALF_GAIN - speed);
}
