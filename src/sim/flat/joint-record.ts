import type { Joint, Point } from '../../creature/body-plan.ts';
import {
  INACTIVE,
  J_A,
  J_B,
  J_IA,
  J_IB,
  J_LAX,
  J_LAY,
  J_LBX,
  J_LBY,
  J_LIMIT,
  J_LOWER,
  J_MA,
  J_MB,
  J_MOTOR,
  J_REFERENCE,
  J_SPEED,
  J_STATE,
  J_TORQUE,
  J_UPPER,
  J_X,
  J_Y,
  JOINT,
  JOINT_I,
} from './joint-slots.ts';
import {
  JOINTS,
  JOINTS_I,
  P_ANGLE,
  P_COS,
  P_INV_I,
  P_INV_MASS,
  P_LX,
  P_LY,
  P_SIN,
  P_X,
  P_Y,
  PART,
  PARTS,
} from './slots.ts';

/** Writes a joint without motor torque between two parts in their first pose (RevoluteJoint's constructor). */
export function writeJoint(
  F: Float64Array,
  I: Int32Array,
  index: number,
  { anchor, sockets, limits }: Joint,
  parent: number,
  child: number,
  start: Point,
): void {
  const j = JOINTS + index * JOINT;
  const i = JOINTS_I + index * JOINT_I;
  const a = PARTS + parent * PART;
  const b = PARTS + child * PART;
  const x = start[0] + anchor[0];
  const y = start[1] + anchor[1];
  const [anchorA, anchorB] = sockets ?? [localPoint(F, a, x, y), localPoint(F, b, x, y)];
  F[j + J_LAX] = anchorA[0] - F[a + P_LX]!;
  F[j + J_LAY] = anchorA[1] - F[a + P_LY]!;
  F[j + J_LBX] = anchorB[0] - F[b + P_LX]!;
  F[j + J_LBY] = anchorB[1] - F[b + P_LY]!;
  F[j + J_MA] = F[a + P_INV_MASS]!;
  F[j + J_MB] = F[b + P_INV_MASS]!;
  F[j + J_IA] = F[a + P_INV_I]!;
  F[j + J_IB] = F[b + P_INV_I]!;
  F[j + J_REFERENCE] = F[b + P_ANGLE]! - F[a + P_ANGLE]!;
  F[j + J_LOWER] = limits[0];
  F[j + J_UPPER] = limits[1];
  for (const slot of [J_SPEED, J_TORQUE, J_MOTOR, J_X, J_Y, J_LIMIT]) F[j + slot] = 0;
  I[i + J_A] = parent;
  I[i + J_B] = child;
  I[i + J_STATE] = INACTIVE;
}

/** Body.getLocalPoint: a point of the world in a part's frame. */
function localPoint(F: Float64Array, p: number, x: number, y: number): Point {
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  const dx = x - F[p + P_X]!;
  const dy = y - F[p + P_Y]!;
  return [c * dx + s * dy, -s * dx + c * dy];
}
