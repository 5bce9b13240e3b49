import type { int } from '../../math/int.ts';
import { clamp } from './clamp.ts';
import { ANGULAR_SLOP, LINEAR_SLOP, MAX_CORRECTION } from './constants.ts';
import {
  AT_LOWER,
  EQUAL,
  INACTIVE,
  J_A,
  J_B,
  J_IA,
  J_IB,
  J_LAX,
  J_LAY,
  J_LBX,
  J_LBY,
  J_LOWER,
  J_MA,
  J_MB,
  J_MOTOR_MASS,
  J_REFERENCE,
  J_STATE,
  J_UPPER,
  JOINT,
  JOINT_I,
} from './joint-slots.ts';
import { turn } from './motion.ts';
import { JOINTS, JOINTS_I, P_TURN_COS, P_TURN_SIN, PART, PARTS, POSITION } from './slots.ts';

/**
 * RevoluteJoint.solvePositionConstraints (`solvePositionConstraints` in planck/): moves both parts to close the hinge and to
 * keep its limits. Returns whether both were nearly so.
 */
export function correctJoint(F: Float64Array, I: Int32Array, joint: int): boolean {
  const j = JOINTS + joint * JOINT;
  const i = JOINTS_I + joint * JOINT_I;
  const partA = I[i + J_A]!;
  const partB = I[i + J_B]!;
  const a = POSITION + 3 * partA;
  const b = POSITION + 3 * partB;
  const mA = F[j + J_MA]!;
  const mB = F[j + J_MB]!;
  const iA = F[j + J_IA]!;
  const iB = F[j + J_IB]!;
  const state = I[i + J_STATE]!;
  let angularError = 0.0;
  if (state !== INACTIVE) {
    const angle = F[b + 2]! - F[a + 2]! - F[j + J_REFERENCE]!;
    let error = angle - (state === EQUAL || state === AT_LOWER ? F[j + J_LOWER]! : F[j + J_UPPER]!);
    if (state === EQUAL) {
      error = clamp(error, -MAX_CORRECTION, MAX_CORRECTION);
      angularError = Math.abs(error);
    } else if (state === AT_LOWER) {
      angularError = -error;
      error = clamp(error + ANGULAR_SLOP, -MAX_CORRECTION, 0);
    } else {
      angularError = error;
      error = clamp(error - ANGULAR_SLOP, 0, MAX_CORRECTION);
    }
    const spin = -F[j + J_MOTOR_MASS]! * error;
    F[a + 2] = F[a + 2]! - iA * spin;
    F[b + 2] = F[b + 2]! + iB * spin;
  }
  turn(F, partA, F[a + 2]!);
  turn(F, partB, F[b + 2]!);
  const sA = F[PARTS + partA * PART + P_TURN_SIN]!;
  const cA = F[PARTS + partA * PART + P_TURN_COS]!;
  const sB = F[PARTS + partB * PART + P_TURN_SIN]!;
  const cB = F[PARTS + partB * PART + P_TURN_COS]!;
  const rAx = cA * F[j + J_LAX]! - sA * F[j + J_LAY]!;
  const rAy = sA * F[j + J_LAX]! + cA * F[j + J_LAY]!;
  const rBx = cB * F[j + J_LBX]! - sB * F[j + J_LBY]!;
  const rBy = sB * F[j + J_LBX]! + cB * F[j + J_LBY]!;
  const openX = F[b]! + rBx - (F[a]! + rAx);
  const openY = F[b + 1]! + rBy - (F[a + 1]! + rAy);
  const k11 = mA + mB + iA * rAy * rAy + iB * rBy * rBy;
  const k12 = -iA * rAx * rAy - iB * rBx * rBy;
  const k22 = mA + mB + iA * rAx * rAx + iB * rBx * rBx;
  const determinant = k11 * k22 - k12 * k12;
  const inverse = determinant !== 0 ? 1 / determinant : determinant;
  const x = -(inverse * (k22 * openX - k12 * openY));
  const y = -(inverse * (k11 * openY - k12 * openX));
  F[a] = F[a]! - mA * x;
  F[a + 1] = F[a + 1]! - mA * y;
  F[b] = F[b]! + mB * x;
  F[b + 1] = F[b + 1]! + mB * y;
  F[a + 2] = F[a + 2]! - iA * (rAx * y - rAy * x);
  F[b + 2] = F[b + 2]! + iB * (rBx * y - rBy * x);
  return Math.sqrt(openX * openX + openY * openY) <= LINEAR_SLOP && angularError <= ANGULAR_SLOP;
}
