import { findNewContacts } from './broad-phase.ts';
import { resetGround, solveImpacts } from './continuous.ts';
import { solveIslands } from './islands.ts';
import { place } from './motion.ts';
import {
  P_ANGLE,
  P_CX,
  P_CY,
  P_FX,
  P_FY,
  P_TORQUE,
  P_VX,
  P_VY,
  P_W,
  PART,
  PARTS,
  W_CONTINUOUS,
  W_DT,
  W_DT_RATIO,
  W_HAS_LEFT,
  W_IS_NEW,
  W_PARTS,
} from './slots.ts';
import { updateContacts } from './update-contact.ts';

/**
 * World.step. Returns whether the world is still what planck's would be: all numbers finite, and room for all contacts.
 */
export function step(F: Float64Array, I: Int32Array): boolean {
  const isContinuous = I[W_CONTINUOUS] !== 0;
  if (isContinuous) resetGround(F, I);
  if (I[W_IS_NEW] !== 0) findNewContacts(F, I);
  updateContacts(F, I);
  // From the first step on a part's frame is computed from its centre and angle, which rounds otherwise than the plan's.
  if (I[W_IS_NEW] !== 0) for (let k = 0; k < I[W_PARTS]!; k++) place(F, k);
  solveIslands(F, I);
  findNewContacts(F, I);
  if (isContinuous) solveImpacts(F, I);
  I[W_IS_NEW] = 0;
  F[W_DT_RATIO] = F[W_DT]! * (1 / F[W_DT]!);
  return clearForces(F, I) && I[W_HAS_LEFT] === 0;
}

/** World.clearForces; returns whether all parts have finite places and velocities. */
function clearForces(F: Float64Array, I: Int32Array): boolean {
  let sum = 0.0;
  for (let k = 0; k < I[W_PARTS]!; k++) {
    const p = PARTS + k * PART;
    F[p + P_FX] = 0;
    F[p + P_FY] = 0;
    F[p + P_TORQUE] = 0;
    sum += F[p + P_CX]! + F[p + P_CY]! + F[p + P_ANGLE]! + F[p + P_VX]! + F[p + P_VY]! + F[p + P_W]!;
  }
  return sum - sum === 0;
}
