import type { int } from '../../math/int.ts';
import { EPSILON, SKIN } from './constants.ts';
import {
  C_COUNT,
  C_K11,
  C_K12,
  C_K22,
  C_LOCAL_NX,
  C_LOCAL_NY,
  C_LOCAL_X,
  C_LOCAL_Y,
  C_M11,
  C_M12,
  C_M22,
  C_NX,
  C_NY,
  C_PART,
  C_POINTS,
  C_SOLVED,
  C_SOLVED_COUNT,
  C_TYPE,
  CIRCLES,
  CONTACT,
  CONTACT_I,
  FACE_A,
  POINT,
  SOLVED,
  V_NORMAL,
  V_NORMAL_MASS,
  V_RX,
  V_RY,
  V_TANGENT,
  V_TANGENT_MASS,
} from './contact-slots.ts';
import {
  CONTACTS,
  CONTACTS_I,
  P_COS,
  P_INV_I,
  P_INV_MASS,
  P_RADIUS,
  P_SIN,
  P_X,
  P_Y,
  PART,
  PARTS,
  POSITION,
  VELOCITY,
} from './slots.ts';

/**
 * Contact.initConstraint and initVelocityConstraint: the constraint's points and masses, with the share `ratio` of the last
 * step's impulses. The part's frame belongs to its position in the island.
 */
export function startContact(F: Float64Array, I: Int32Array, contact: int, ratio: number): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  const count = I[i + C_COUNT]!;
  I[i + C_SOLVED_COUNT] = count;
  worldManifold(F, I, contact);
  const part = I[i + C_PART]!;
  const p = PARTS + part * PART;
  const mass = F[p + P_INV_MASS]!;
  const inertia = F[p + P_INV_I]!;
  const nx = F[f + C_NX]!;
  const ny = F[f + C_NY]!;
  for (let k = 0; k < count; k++) {
    const v = f + C_SOLVED + SOLVED * k;
    const point = f + C_POINTS + POINT * k;
    F[v + V_RX] = F[v + V_RX]! - F[POSITION + 3 * part]!;
    F[v + V_RY] = F[v + V_RY]! - F[POSITION + 3 * part + 1]!;
    F[v + V_NORMAL] = ratio * F[point + 2]!;
    F[v + V_TANGENT] = ratio * F[point + 3]!;
    const rx = F[v + V_RX]!;
    const ry = F[v + V_RY]!;
    const rn = rx * ny - ry * nx;
    const normalK = mass + inertia * rn * rn;
    F[v + V_NORMAL_MASS] = normalK > 0 ? 1 / normalK : 0;
    const rt = rx * -nx - ry * ny;
    const tangentK = mass + inertia * rt * rt;
    F[v + V_TANGENT_MASS] = tangentK > 0 ? 1 / tangentK : 0;
  }
  if (count === 2) startBlock(F, I, f, i, mass, inertia);
}

/** The matrix that both points are solved with, or only one point where it is nearly singular. */
function startBlock(F: Float64Array, I: Int32Array, f: int, i: int, mass: number, inertia: number): void {
  const nx = F[f + C_NX]!;
  const ny = F[f + C_NY]!;
  const one = f + C_SOLVED;
  const two = one + SOLVED;
  const rn1 = F[one + V_RX]! * ny - F[one + V_RY]! * nx;
  const rn2 = F[two + V_RX]! * ny - F[two + V_RY]! * nx;
  const k11 = mass + inertia * rn1 * rn1;
  const k22 = mass + inertia * rn2 * rn2;
  const k12 = mass + inertia * rn1 * rn2;
  let determinant = k11 * k22 - k12 * k12;
  if (!(k11 * k11 < 1000 * determinant)) {
    I[i + C_SOLVED_COUNT] = 1;
    return;
  }
  if (determinant !== 0) determinant = 1 / determinant;
  F[f + C_K11] = k11;
  F[f + C_K12] = k12;
  F[f + C_K22] = k22;
  F[f + C_M11] = determinant * k22;
  F[f + C_M12] = -determinant * k12;
  F[f + C_M22] = determinant * k11;
}

/** Manifold.getWorldManifold: the normal, and each point halfway between both surfaces at its V_RX, V_RY. */
function worldManifold(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  const p = PARTS + I[i + C_PART]! * PART;
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  const px = F[p + P_X]!;
  const py = F[p + P_Y]!;
  const radius = F[p + P_RADIUS]!;
  const localNx = F[f + C_LOCAL_NX]!;
  const localNy = F[f + C_LOCAL_NY]!;
  const localX = F[f + C_LOCAL_X]!;
  const localY = F[f + C_LOCAL_Y]!;
  const type = I[i + C_TYPE]!;
  const count = I[i + C_COUNT]!;
  const isGroundFace = type === FACE_A;
  let nx = isGroundFace ? localNx : c * localNx - s * localNy;
  let ny = isGroundFace ? localNy : s * localNx + c * localNy;
  if (type === CIRCLES) {
    // From the corner of the ground to the centre of the circle.
    const dx = px - localX;
    const dy = py - localY;
    const squared = dx * dx + dy * dy;
    const inverse = 1 / Math.sqrt(squared);
    const isApart = squared > EPSILON * EPSILON;
    nx = isApart ? inverse * dx : 1;
    ny = isApart ? inverse * dy : 0;
    F[f + C_SOLVED + V_RX] = 0.5 * (localX + SKIN * nx) + 0.5 * (px + -radius * nx);
    F[f + C_SOLVED + V_RY] = 0.5 * (localY + SKIN * ny) + 0.5 * (py + -radius * ny);
    F[f + C_NX] = nx;
    F[f + C_NY] = ny;
    return;
  }
  const planeX = isGroundFace ? localX : c * localX - s * localY + px;
  const planeY = isGroundFace ? localY : s * localX + c * localY + py;
  const faceRadius = isGroundFace ? SKIN : radius;
  const otherRadius = isGroundFace ? radius : SKIN;
  for (let k = 0; k < count; k++) {
    const point = f + C_POINTS + POINT * k;
    const v = f + C_SOLVED + SOLVED * k;
    const x0 = F[point]!;
    const y0 = F[point + 1]!;
    const x = isGroundFace ? c * x0 - s * y0 + px : x0;
    const y = isGroundFace ? s * x0 + c * y0 + py : y0;
    const depth = faceRadius - ((x - planeX) * nx + (y - planeY) * ny);
    F[v + V_RX] = 0.5 * (x + depth * nx) + 0.5 * (x + -otherRadius * nx);
    F[v + V_RY] = 0.5 * (y + depth * ny) + 0.5 * (y + -otherRadius * ny);
  }
  F[f + C_NX] = isGroundFace ? nx : -nx;
  F[f + C_NY] = isGroundFace ? ny : -ny;
}

/** Contact.warmStartConstraint: applies the impulses that the constraint starts with. */
export function warmStart(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const f = CONTACTS + contact * CONTACT;
  const part = I[i + C_PART]!;
  const mass = F[PARTS + part * PART + P_INV_MASS]!;
  const inertia = F[PARTS + part * PART + P_INV_I]!;
  const at = VELOCITY + 3 * part;
  const nx = F[f + C_NX]!;
  const ny = F[f + C_NY]!;
  const count = I[i + C_SOLVED_COUNT]!;
  for (let k = 0; k < count; k++) {
    const v = f + C_SOLVED + SOLVED * k;
    const x = F[v + V_NORMAL]! * nx + F[v + V_TANGENT]! * ny;
    const y = F[v + V_NORMAL]! * ny + F[v + V_TANGENT]! * -nx;
    F[at + 2] = F[at + 2]! + inertia * (F[v + V_RX]! * y - F[v + V_RY]! * x);
    F[at] = F[at]! + mass * x;
    F[at + 1] = F[at + 1]! + mass * y;
  }
}

/** Contact.storeConstraintImpulses: for the next step. */
export function storeImpulses(F: Float64Array, I: Int32Array, contact: int): void {
  const f = CONTACTS + contact * CONTACT;
  const count = I[CONTACTS_I + contact * CONTACT_I + C_SOLVED_COUNT]!;
  for (let k = 0; k < count; k++) {
    F[f + C_POINTS + POINT * k + 2] = F[f + C_SOLVED + SOLVED * k + V_NORMAL]!;
    F[f + C_POINTS + POINT * k + 3] = F[f + C_SOLVED + SOLVED * k + V_TANGENT]!;
  }
}
