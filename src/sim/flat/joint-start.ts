import type { int } from '../../math/int.ts';
import { ANGULAR_SLOP } from './constants.ts';
import {
  AT_LOWER,
  AT_UPPER,
  EQUAL,
  INACTIVE,
  J_A,
  J_B,
  J_COFACTOR1,
  J_COFACTOR2,
  J_COFACTOR3,
  J_IA,
  J_IB,
  J_INVERSE22,
  J_INVERSE33,
  J_K11,
  J_K12,
  J_K13,
  J_K22,
  J_K23,
  J_K33,
  J_LAX,
  J_LAY,
  J_LBX,
  J_LBY,
  J_LIMIT,
  J_LOWER,
  J_MA,
  J_MB,
  J_MOST,
  J_MOTOR,
  J_MOTOR_MASS,
  J_RAX,
  J_RAY,
  J_RBX,
  J_RBY,
  J_REFERENCE,
  J_STATE,
  J_TORQUE,
  J_UPPER,
  J_X,
  J_Y,
  JOINT,
  JOINT_I,
} from './joint-slots.ts';
import { JOINTS, JOINTS_I, P_COS, P_SIN, PART, PARTS, POSITION, VELOCITY, W_DT, W_DT_RATIO } from './slots.ts';

/** RevoluteJoint.initVelocityConstraints (`initVelocityConstraints` in planck/): masses at this pose, then warm starting. */
export function startJoint(F: Float64Array, I: Int32Array, joint: int): void {
  const j = JOINTS + joint * JOINT;
  const i = JOINTS_I + joint * JOINT_I;
  const partA = I[i + J_A]!;
  const partB = I[i + J_B]!;
  const a = PARTS + partA * PART;
  const b = PARTS + partB * PART;
  const mA = F[j + J_MA]!;
  const mB = F[j + J_MB]!;
  const iA = F[j + J_IA]!;
  const iB = F[j + J_IB]!;
  const rAx = F[a + P_COS]! * F[j + J_LAX]! - F[a + P_SIN]! * F[j + J_LAY]!;
  const rAy = F[a + P_SIN]! * F[j + J_LAX]! + F[a + P_COS]! * F[j + J_LAY]!;
  const rBx = F[b + P_COS]! * F[j + J_LBX]! - F[b + P_SIN]! * F[j + J_LBY]!;
  const rBy = F[b + P_SIN]! * F[j + J_LBX]! + F[b + P_COS]! * F[j + J_LBY]!;
  const k11 = mA + mB + rAy * rAy * iA + rBy * rBy * iB;
  const k12 = -rAy * rAx * iA - rBy * rBx * iB;
  const k13 = -rAy * iA - rBy * iB;
  const k22 = mA + mB + rAx * rAx * iA + rBx * rBx * iB;
  const k23 = rAx * iA + rBx * iB;
  const k33 = iA + iB;
  const determinant22 = k11 * k22 - k12 * k12;
  const cofactor1 = k22 * k33 - k23 * k23;
  const cofactor2 = k23 * k13 - k12 * k33;
  const cofactor3 = k12 * k23 - k22 * k13;
  const determinant33 = k11 * cofactor1 + k12 * cofactor2 + k13 * cofactor3;
  F[j + J_RAX] = rAx;
  F[j + J_RAY] = rAy;
  F[j + J_RBX] = rBx;
  F[j + J_RBY] = rBy;
  F[j + J_K11] = k11;
  F[j + J_K12] = k12;
  F[j + J_K13] = k13;
  F[j + J_K22] = k22;
  F[j + J_K23] = k23;
  F[j + J_K33] = k33;
  F[j + J_COFACTOR1] = cofactor1;
  F[j + J_COFACTOR2] = cofactor2;
  F[j + J_COFACTOR3] = cofactor3;
  F[j + J_INVERSE22] = determinant22 !== 0 ? 1 / determinant22 : determinant22;
  F[j + J_INVERSE33] = determinant33 !== 0 ? 1 / determinant33 : determinant33;
  F[j + J_MOTOR_MASS] = k33 > 0 ? 1 / k33 : k33;
  F[j + J_MOST] = F[W_DT]! * F[j + J_TORQUE]!;

  const angle = F[POSITION + 3 * partB + 2]! - F[POSITION + 3 * partA + 2]! - F[j + J_REFERENCE]!;
  const state = limitState(F[j + J_LOWER]!, F[j + J_UPPER]!, angle);
  let z = F[j + J_LIMIT]!;
  if (state === INACTIVE || (state !== EQUAL && state !== I[i + J_STATE])) z = 0;
  I[i + J_STATE] = state;

  const ratio = F[W_DT_RATIO]!;
  const x = F[j + J_X]! * ratio;
  const y = F[j + J_Y]! * ratio;
  z *= ratio;
  const motor = F[j + J_MOTOR]! * ratio;
  F[j + J_X] = x;
  F[j + J_Y] = y;
  F[j + J_LIMIT] = z;
  F[j + J_MOTOR] = motor;
  const vA = VELOCITY + 3 * partA;
  const vB = VELOCITY + 3 * partB;
  F[vA] = F[vA]! - mA * x;
  F[vA + 1] = F[vA + 1]! - mA * y;
  F[vB] = F[vB]! + mB * x;
  F[vB + 1] = F[vB + 1]! + mB * y;
  F[vA + 2] = F[vA + 2]! - iA * (rAx * y - rAy * x + motor + z);
  F[vB + 2] = F[vB + 2]! + iB * (rBx * y - rBy * x + motor + z);
}

/** Which limit acts at an angle. */
function limitState(lower: number, upper: number, angle: number): int {
  if (Math.abs(upper - lower) < 2 * ANGULAR_SLOP) return EQUAL;
  return angle <= lower ? AT_LOWER : angle >= upper ? AT_UPPER : INACTIVE;
}
