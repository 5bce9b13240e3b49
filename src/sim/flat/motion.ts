import type { int } from '../../math/int.ts';
import { sinCos } from '../../math/trigonometry.ts';
import { MAX_ROTATION, MAX_TRANSLATION } from './constants.ts';
import {
  P_ANGLE,
  P_COS,
  P_CX,
  P_CY,
  P_LX,
  P_LY,
  P_SIN,
  P_TURN,
  P_TURN_COS,
  P_TURN_SIN,
  P_X,
  P_Y,
  PART,
  PARTS,
  POSITION,
  VELOCITY,
} from './slots.ts';

/**
 * Sine and cosine of an angle of a part, kept for the next time as most angles are asked for several times. Not those of 0, which
 * equals -0.
 */
export function turn(F: Float64Array, part: int, angle: number): void {
  const p = PARTS + part * PART;
  if (angle === F[p + P_TURN] && angle !== 0) return;
  F[p + P_TURN] = angle;
  sinCos(angle, F, p + P_TURN_SIN);
}

/** Body.synchronizeTransform: the part's frame from its centre of mass and angle. */
export function place(F: Float64Array, part: int): void {
  const p = PARTS + part * PART;
  turn(F, part, F[p + P_ANGLE]!);
  const s = F[p + P_TURN_SIN]!;
  const c = F[p + P_TURN_COS]!;
  F[p + P_SIN] = s;
  F[p + P_COS] = c;
  F[p + P_X] = F[p + P_CX]! - (c * F[p + P_LX]! - s * F[p + P_LY]!);
  F[p + P_Y] = F[p + P_CY]! - (s * F[p + P_LX]! + c * F[p + P_LY]!);
}

/**
 * Whether a velocity has a -0, which only an underflow leaves. The terms of ground that contact-velocity.ts leaves out would
 * decide what becomes of its sign.
 */
export function hasMinusZero(F: Float64Array, part: int): boolean {
  const v = VELOCITY + 3 * part;
  return Object.is(F[v], -0) || Object.is(F[v + 1], -0) || Object.is(F[v + 2], -0);
}

/** Moves a part of the island by its velocity (in Solver.solveIsland and solveIslandTOI). */
export function integrate(F: Float64Array, part: int, dt: number): void {
  const at = POSITION + 3 * part;
  const v = VELOCITY + 3 * part;
  let vx = F[v]!;
  let vy = F[v + 1]!;
  let w = F[v + 2]!;
  const dx = dt * vx;
  const dy = dt * vy;
  const squared = dx * dx + dy * dy;
  if (squared > MAX_TRANSLATION * MAX_TRANSLATION) {
    const ratio = MAX_TRANSLATION / Math.sqrt(squared);
    vx *= ratio;
    vy *= ratio;
  }
  const rotation = dt * w;
  if (rotation * rotation > MAX_ROTATION * MAX_ROTATION) w *= MAX_ROTATION / Math.abs(rotation);
  F[at] = F[at]! + dt * vx;
  F[at + 1] = F[at + 1]! + dt * vy;
  F[at + 2] = F[at + 2]! + dt * w;
  F[v] = vx;
  F[v + 1] = vy;
  F[v + 2] = w;
}
