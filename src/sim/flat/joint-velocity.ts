import type { int } from '../../math/int.ts';
import { clamp } from './clamp.ts';
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
  J_LIMIT,
  J_MA,
  J_MB,
  J_MOST,
  J_MOTOR,
  J_MOTOR_MASS,
  J_RAX,
  J_RAY,
  J_RBX,
  J_RBY,
  J_SPEED,
  J_STATE,
  J_X,
  J_Y,
  JOINT,
  JOINT_I,
} from './joint-slots.ts';
import { JOINTS, JOINTS_I, VELOCITY } from './slots.ts';

/**
 * RevoluteJoint.solveVelocityConstraints (`solveVelocityConstraints` in planck/): the motor, then the hinge together with an
 * active limit.
 */
export function solveJoint(F: Float64Array, I: Int32Array, joint: int): void {
  const j = JOINTS + joint * JOINT;
  const i = JOINTS_I + joint * JOINT_I;
  const vA = VELOCITY + 3 * I[i + J_A]!;
  const vB = VELOCITY + 3 * I[i + J_B]!;
  const state = I[i + J_STATE]!;
  const mA = F[j + J_MA]!;
  const mB = F[j + J_MB]!;
  const iA = F[j + J_IA]!;
  const iB = F[j + J_IB]!;
  const rAx = F[j + J_RAX]!;
  const rAy = F[j + J_RAY]!;
  const rBx = F[j + J_RBX]!;
  const rBy = F[j + J_RBY]!;
  const k11 = F[j + J_K11]!;
  const k12 = F[j + J_K12]!;
  const k22 = F[j + J_K22]!;
  const inverse22 = F[j + J_INVERSE22]!;
  let wA = F[vA + 2]!;
  let wB = F[vB + 2]!;
  if (state !== EQUAL) {
    const before = F[j + J_MOTOR]!;
    const most = F[j + J_MOST]!;
    const wanted = before - F[j + J_MOTOR_MASS]! * (wB - wA - F[j + J_SPEED]!);
    const impulse = clamp(wanted, -most, most);
    F[j + J_MOTOR] = impulse;
    const spin = impulse - before;
    wA -= iA * spin;
    wB += iB * spin;
  }
  const driftX = F[vB]! - wB * rBy - (F[vA]! - wA * rAy);
  const driftY = F[vB + 1]! + wB * rBx - (F[vA + 1]! + wA * rAx);
  let x = 0.0;
  let y = 0.0;
  let z = 0.0;
  if (state === INACTIVE) {
    x = inverse22 * (k12 * driftY - k22 * driftX);
    y = inverse22 * (k12 * driftX - k11 * driftY);
  } else {
    const k13 = F[j + J_K13]!;
    const k23 = F[j + J_K23]!;
    const k33 = F[j + J_K33]!;
    const inverse33 = F[j + J_INVERSE33]!;
    const driftZ = wB - wA;
    x = -(inverse33 * (driftX * F[j + J_COFACTOR1]! + driftY * F[j + J_COFACTOR2]! + driftZ * F[j + J_COFACTOR3]!));
    y = -(
      inverse33 *
      (k11 * (driftY * k33 - driftZ * k23) + k12 * (driftZ * k13 - driftX * k33) + k13 * (driftX * k23 - driftY * k13))
    );
    z = -(
      inverse33 *
      (k11 * (k22 * driftZ - k23 * driftY) + k12 * (k23 * driftX - k12 * driftZ) + k13 * (k12 * driftY - k22 * driftX))
    );
    const total = F[j + J_LIMIT]!;
    const sum = total + z;
    if ((state === AT_LOWER && sum < 0) || (state === AT_UPPER && sum > 0)) {
      // A limit can only push. Here it would pull: solve the hinge without it.
      const restX = total * k13 - driftX;
      const restY = total * k23 - driftY;
      x = inverse22 * (k22 * restX - k12 * restY);
      y = inverse22 * (k11 * restY - k12 * restX);
      z = -total;
      F[j + J_LIMIT] = 0;
    } else {
      F[j + J_LIMIT] = sum;
    }
  }
  F[j + J_X] = F[j + J_X]! + x;
  F[j + J_Y] = F[j + J_Y]! + y;
  F[vA] = F[vA]! - mA * x;
  F[vA + 1] = F[vA + 1]! - mA * y;
  F[vB] = F[vB]! + mB * x;
  F[vB + 1] = F[vB + 1]! + mB * y;
  F[vA + 2] = wA - iA * (rAx * y - rAy * x + z);
  F[vB + 2] = wB + iB * (rBx * y - rBy * x + z);
}
