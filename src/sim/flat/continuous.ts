import type { int } from '../../math/int.ts';
import { EPSILON, MAX_IMPACTS } from './constants.ts';
import {
  C_ENABLED,
  C_IN_ISLAND,
  C_KNOWS_TOI,
  C_NEXT,
  C_PART,
  C_PIECE,
  C_TOI,
  C_TOI_COUNT,
  CONTACT,
  CONTACT_I,
  E_CORNER_COUNT,
  E_CORNERS,
  PIECE_I,
} from './contact-slots.ts';
import { groundAlpha, solveImpact } from './impact.ts';
import {
  CONTACTS,
  CONTACTS_I,
  GROUND_I,
  P_ALPHA,
  P_AWAKE,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
  W_CONTACTS,
  W_PARTS,
} from './slots.ts';
import { advance } from './sweep.ts';
import { NEVER, timeOfImpact } from './time-of-impact.ts';

/** Resets the times up to which ground has advanced (`resetSweeps` in planck/world-internals.ts). */
export function resetGround(F: Float64Array, I: Int32Array): void {
  for (let contact = I[W_CONTACTS]!; contact >= 0; contact = I[CONTACTS_I + contact * CONTACT_I + C_NEXT]!)
    F[groundAlpha(I, contact)] = 0;
}

/** Solver.solveWorldTOI: finds and solves impacts within the step, the first one first. */
export function solveImpacts(F: Float64Array, I: Int32Array): void {
  for (let k = 0; k < I[W_PARTS]!; k++) F[PARTS + k * PART + P_ALPHA] = 0;
  for (let contact = I[W_CONTACTS]!; contact >= 0; contact = I[CONTACTS_I + contact * CONTACT_I + C_NEXT]!) {
    const i = CONTACTS_I + contact * CONTACT_I;
    I[i + C_KNOWS_TOI] = 0;
    I[i + C_IN_ISLAND] = 0;
    I[i + C_TOI_COUNT] = 0;
    F[CONTACTS + contact * CONTACT + C_TOI] = 1;
  }
  for (let first = firstImpact(F, I); first >= 0; first = firstImpact(F, I)) solveImpact(F, I, first);
}

/** The contact with the first impact, or -1. */
function firstImpact(F: Float64Array, I: Int32Array): int {
  let first = -1;
  let least = 1.0;
  for (let contact = I[W_CONTACTS]!; contact >= 0; contact = I[CONTACTS_I + contact * CONTACT_I + C_NEXT]!) {
    const i = CONTACTS_I + contact * CONTACT_I;
    if (I[i + C_ENABLED] === 0 || I[i + C_TOI_COUNT]! > MAX_IMPACTS) continue;
    if (I[i + C_KNOWS_TOI] === 0) {
      if (I[PARTS_I + I[i + C_PART]! * PART_I + P_AWAKE] === 0) continue;
      findImpact(F, I, contact);
    }
    const alpha = F[CONTACTS + contact * CONTACT + C_TOI]!;
    if (alpha < least) {
      first = contact;
      least = alpha;
    }
  }
  return 1 - 10 * EPSILON < least ? -1 : first;
}

/** Time of impact of a contact, after both have advanced to the same time. */
function findImpact(F: Float64Array, I: Int32Array, contact: int): void {
  const i = CONTACTS_I + contact * CONTACT_I;
  const part = I[i + C_PART]!;
  const p = PARTS + part * PART;
  const ground = groundAlpha(I, contact);
  let alpha0 = F[ground]!;
  if (F[ground]! < F[p + P_ALPHA]!) {
    alpha0 = F[p + P_ALPHA]!;
    F[ground] = alpha0;
  } else if (F[p + P_ALPHA]! < F[ground]!) {
    advance(F, part, alpha0);
  }
  const piece = GROUND_I + I[i + C_PIECE]! * PIECE_I;
  const t = timeOfImpact(F, I, I[piece + E_CORNERS]!, I[piece + E_CORNER_COUNT]!, part);
  F[CONTACTS + contact * CONTACT + C_TOI] = t === NEVER ? 1 : Math.min(alpha0 + (1 - alpha0) * t, 1);
  I[i + C_KNOWS_TOI] = 1;
}
