import type { int } from '../../math/int.ts';
import { clamp } from './clamp.ts';
import { LINEAR_SLOP, MAX_LINEAR_CORRECTION, SKIN } from './constants.ts';
import {
  C_COUNT,
  C_LOCAL_NX,
  C_LOCAL_NY,
  C_LOCAL_X,
  C_LOCAL_Y,
  C_PART,
  C_POINTS,
  C_TYPE,
  CIRCLES,
  CONTACT,
  CONTACT_I,
  FACE_A,
  POINT,
} from './contact-slots.ts';
import { turn } from './motion.ts';
import {
  CONTACTS,
  CONTACTS_I,
  P_INV_I,
  P_INV_MASS,
  P_LX,
  P_LY,
  P_RADIUS,
  P_TURN_COS,
  P_TURN_SIN,
  PART,
  PARTS,
  POSITION,
} from './slots.ts';

/**
 * Contact.solvePositionConstraint: pushes the part out of the ground by the share `baumgarte` of its depth, and returns the
 * least separation, at most 0.
 */
export function correctContact(F: Float64Array, I: Int32Array, contact: int, baumgarte: number): number {
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  const part = I[i + C_PART]!;
  const p = PARTS + part * PART;
  const at = POSITION + 3 * part;
  const mass = F[p + P_INV_MASS]!;
  const inertia = F[p + P_INV_I]!;
  const radius = F[p + P_RADIUS]!;
  const localNx = F[f + C_LOCAL_NX]!;
  const localNy = F[f + C_LOCAL_NY]!;
  const localX = F[f + C_LOCAL_X]!;
  const localY = F[f + C_LOCAL_Y]!;
  const type = I[i + C_TYPE]!;
  const count = I[i + C_COUNT]!;
  let least = 0.0;
  for (let k = 0; k < count; k++) {
    turn(F, part, F[at + 2]!);
    const s = F[p + P_TURN_SIN]!;
    const c = F[p + P_TURN_COS]!;
    const cx = F[at]!;
    const cy = F[at + 1]!;
    const px = cx - (c * F[p + P_LX]! - s * F[p + P_LY]!);
    const py = cy - (s * F[p + P_LX]! + c * F[p + P_LY]!);
    let x = F[f + C_POINTS + POINT * k]!;
    let y = F[f + C_POINTS + POINT * k + 1]!;
    let nx = localNx;
    let ny = localNy;
    let separation = 0.0;
    if (type === FACE_A) {
      const x0 = x;
      x = c * x0 - s * y + px;
      y = s * x0 + c * y + py;
      separation = x * nx + y * ny - (localX * nx + localY * ny) - SKIN - radius;
    } else if (type === CIRCLES) {
      nx = px - localX;
      ny = py - localY;
      const length = Math.sqrt(nx * nx + ny * ny);
      if (length > 0) {
        const inverse = 1 / length;
        nx *= inverse;
        ny *= inverse;
      }
      x = 0.5 * localX + 0.5 * px;
      y = 0.5 * localY + 0.5 * py;
      separation = px * nx + py * ny - (localX * nx + localY * ny) - SKIN - radius;
    } else {
      nx = c * localNx - s * localNy;
      ny = s * localNx + c * localNy;
      const planeX = c * localX - s * localY + px;
      const planeY = s * localX + c * localY + py;
      separation = x * nx + y * ny - (planeX * nx + planeY * ny) - SKIN - radius;
      nx = -nx;
      ny = -ny;
    }
    if (separation < least) least = separation;
    const rx = x - cx;
    const ry = y - cy;
    const wanted = baumgarte * (separation + LINEAR_SLOP);
    const correction = clamp(wanted, -MAX_LINEAR_CORRECTION, 0);
    const rn = rx * ny - ry * nx;
    const stiffness = mass + inertia * rn * rn;
    const impulse = stiffness > 0 ? -correction / stiffness : 0;
    const ix = impulse * nx;
    const iy = impulse * ny;
    F[at] = cx + mass * ix;
    F[at + 1] = cy + mass * iy;
    F[at + 2] = F[at + 2]! + inertia * (rx * iy - ry * ix);
  }
  return least;
}
