import type { int } from '../../math/int.ts';
import { findNewContacts, synchronize } from './broad-phase.ts';
import { LINEAR_SLOP, TOI_BAUMGARTE } from './constants.ts';
import { correctContact } from './contact-position.ts';
import {
  C_ENABLED,
  C_IN_ISLAND,
  C_KNOWS_TOI,
  C_PART,
  C_PART_NEXT,
  C_PIECE,
  C_TOI,
  C_TOI_COUNT,
  C_TOUCHING,
  CONTACT,
  CONTACT_I,
  E_ALPHA_AT,
  PIECE_I,
} from './contact-slots.ts';
import { startContact } from './contact-start.ts';
import { solveContact } from './contact-velocity.ts';
import { wake } from './contacts.ts';
import { leave } from './island.ts';
import { hasMinusZero, integrate, place } from './motion.ts';
import {
  CONTACTS,
  CONTACTS_I,
  GROUND_I,
  ISLAND_CONTACTS,
  P_ALPHA,
  P_ANGLE,
  P_ANGLE0,
  P_C0X,
  P_C0Y,
  P_CONTACTS,
  P_COS,
  P_CX,
  P_CY,
  P_OLD_COS,
  P_OLD_SIN,
  P_OLD_X,
  P_OLD_Y,
  P_SIN,
  P_VX,
  P_VY,
  P_W,
  P_X,
  P_Y,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
  POSITION,
  VELOCITY,
  W_DT,
  W_HAS_LEFT,
  W_VELOCITY_ITERATIONS,
} from './slots.ts';
import { advance } from './sweep.ts';
import { updateContact } from './update-contact.ts';

/** Position iterations at an impact. */
const MAX_CORRECTIONS = 20;

/** Index in F of the time up to which the ground of a contact has advanced. */
export function groundAlpha(I: Int32Array, contact: int): int {
  return I[GROUND_I + I[CONTACTS_I + contact * CONTACT_I + C_PIECE]! * PIECE_I + E_ALPHA_AT]!;
}

/** Moves the part to its impact, and from there on with the velocity that the contacts leave it. */
export function solveImpact(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const part = I[i + C_PART]!;
  const p = PARTS + part * PART;
  const alpha = F[CONTACTS + contact * CONTACT + C_TOI]!;
  const ground = groundAlpha(I, contact);
  const groundBefore = F[ground]!;
  const cx = F[p + P_CX]!;
  const cy = F[p + P_CY]!;
  const angle = F[p + P_ANGLE]!;
  const c0x = F[p + P_C0X]!;
  const c0y = F[p + P_C0Y]!;
  const angle0 = F[p + P_ANGLE0]!;
  const alpha0 = F[p + P_ALPHA]!;
  F[ground] = alpha;
  advance(F, part, alpha);
  F[p + P_CX] = F[p + P_C0X]!;
  F[p + P_CY] = F[p + P_C0Y]!;
  F[p + P_ANGLE] = F[p + P_ANGLE0]!;
  place(F, part);
  updateContact(F, I, contact);
  I[i + C_KNOWS_TOI] = 0;
  I[i + C_TOI_COUNT] = I[i + C_TOI_COUNT]! + 1;
  if (I[i + C_TOUCHING] === 0) {
    // They do not touch after all: everything as before, without this contact.
    I[i + C_ENABLED] = 0;
    F[ground] = groundBefore;
    F[p + P_CX] = cx;
    F[p + P_CY] = cy;
    F[p + P_ANGLE] = angle;
    F[p + P_C0X] = c0x;
    F[p + P_C0Y] = c0y;
    F[p + P_ANGLE0] = angle0;
    F[p + P_ALPHA] = alpha0;
    place(F, part);
    return;
  }
  wake(F, I, part);
  const count = findTouching(F, I, contact, alpha);
  solveFrom(F, I, part, count, (1 - alpha) * F[W_DT]!);
  synchronize(F, I, part);
  for (let k = I[PARTS_I + part * PART_I + P_CONTACTS]!; k >= 0; k = I[CONTACTS_I + k * CONTACT_I + C_PART_NEXT]!) {
    I[CONTACTS_I + k * CONTACT_I + C_KNOWS_TOI] = 0;
    I[CONTACTS_I + k * CONTACT_I + C_IN_ISLAND] = 0;
  }
  findNewContacts(F, I);
}

/** Lists the contact and all others of its part that touch at the time `alpha`; returns how many. */
function findTouching(F: Float64Array, I: Int32Array, contact: int, alpha: number): int {
  const part = I[CONTACTS_I + contact * CONTACT_I + C_PART]!;
  I[ISLAND_CONTACTS] = contact;
  I[CONTACTS_I + contact * CONTACT_I + C_IN_ISLAND] = 1;
  let count = 1;
  for (let k = I[PARTS_I + part * PART_I + P_CONTACTS]!; k >= 0; k = I[CONTACTS_I + k * CONTACT_I + C_PART_NEXT]!) {
    const i = CONTACTS_I + k * CONTACT_I;
    if (I[i + C_IN_ISLAND] !== 0) continue;
    const ground = groundAlpha(I, k);
    const before = F[ground]!;
    F[ground] = alpha;
    updateContact(F, I, k);
    if (I[i + C_TOUCHING] === 0) {
      F[ground] = before;
      continue;
    }
    I[i + C_IN_ISLAND] = 1;
    I[ISLAND_CONTACTS + count] = k;
    count++;
  }
  return count;
}

/** Solver.solveIslandTOI: corrects the part's position, and moves it by the velocity that its contacts leave it for `dt`. */
function solveFrom(F: Float64Array, I: Int32Array, part: int, contacts: int, dt: number): void {
  const p = PARTS + part * PART;
  const at = POSITION + 3 * part;
  F[at] = F[p + P_CX]!;
  F[at + 1] = F[p + P_CY]!;
  F[at + 2] = F[p + P_ANGLE]!;
  F[VELOCITY + 3 * part] = F[p + P_VX]!;
  F[VELOCITY + 3 * part + 1] = F[p + P_VY]!;
  F[VELOCITY + 3 * part + 2] = F[p + P_W]!;
  if (hasMinusZero(F, part)) I[W_HAS_LEFT] = 1;
  for (let n = 0; n < MAX_CORRECTIONS; n++) {
    let least = 0.0;
    for (let k = 0; k < contacts; k++) {
      const separation = correctContact(F, I, I[ISLAND_CONTACTS + k]!, TOI_BAUMGARTE);
      if (separation < least) least = separation;
    }
    if (least >= -1.5 * LINEAR_SLOP) break;
  }
  // The sweep begins here.
  F[p + P_CX] = F[at]!;
  F[p + P_CY] = F[at + 1]!;
  F[p + P_ANGLE] = F[at + 2]!;
  F[p + P_C0X] = F[at]!;
  F[p + P_C0Y] = F[at + 1]!;
  F[p + P_ANGLE0] = F[at + 2]!;
  place(F, part);
  F[p + P_OLD_X] = F[p + P_X]!;
  F[p + P_OLD_Y] = F[p + P_Y]!;
  F[p + P_OLD_SIN] = F[p + P_SIN]!;
  F[p + P_OLD_COS] = F[p + P_COS]!;
  for (let k = 0; k < contacts; k++) startContact(F, I, I[ISLAND_CONTACTS + k]!, 0);
  for (let n = 0; n < I[W_VELOCITY_ITERATIONS]!; n++) {
    for (let k = 0; k < contacts; k++) solveContact(F, I, I[ISLAND_CONTACTS + k]!);
  }
  integrate(F, part, dt);
  leave(F, part);
}
