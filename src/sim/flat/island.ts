import type { int } from '../../math/int.ts';
import { ANGULAR_SLEEP_SQUARED, BAUMGARTE, LINEAR_SLEEP_SQUARED, LINEAR_SLOP, TIME_TO_SLEEP } from './constants.ts';
import { correctContact } from './contact-position.ts';
import { C_ENABLED, C_PART_NEXT, C_TOUCHING, CONTACT_I } from './contact-slots.ts';
import { startContact, storeImpulses, warmStart } from './contact-start.ts';
import { solveContact } from './contact-velocity.ts';
import { correctJoint } from './joint-position.ts';
import { startJoint } from './joint-start.ts';
import { solveJoint } from './joint-velocity.ts';
import { hasMinusZero, integrate, place } from './motion.ts';
import {
  CONTACTS_I,
  ISLAND_CONTACTS,
  ISLAND_JOINTS,
  ISLAND_PARTS,
  P_ANGLE,
  P_ANGLE0,
  P_AWAKE,
  P_C0X,
  P_C0Y,
  P_CONTACTS,
  P_COS,
  P_CX,
  P_CY,
  P_FX,
  P_FY,
  P_INV_I,
  P_INV_MASS,
  P_OLD_COS,
  P_OLD_SIN,
  P_OLD_X,
  P_OLD_Y,
  P_REST,
  P_SIN,
  P_TORQUE,
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
  W_DT_RATIO,
  W_GRAVITY,
  W_HAS_LEFT,
  W_ISLAND_CONTACTS,
  W_ISLAND_JOINTS,
  W_ISLAND_PARTS,
  W_POSITION_ITERATIONS,
  W_SLEEPS,
  W_VELOCITY_ITERATIONS,
} from './slots.ts';

/** Solver.solveIsland, for the parts, joints and contacts in the island's lists. */
export function solveIsland(F: Float64Array, I: Int32Array): void {
  const parts = I[W_ISLAND_PARTS]!;
  const joints = I[W_ISLAND_JOINTS]!;
  const dt = F[W_DT]!;
  for (let k = 0; k < parts; k++) {
    enter(F, I[ISLAND_PARTS + k]!);
    if (hasMinusZero(F, I[ISLAND_PARTS + k]!)) I[W_HAS_LEFT] = 1;
  }
  findContacts(I);
  const contacts = I[W_ISLAND_CONTACTS]!;
  for (let k = 0; k < contacts; k++) {
    startContact(F, I, I[ISLAND_CONTACTS + k]!, F[W_DT_RATIO]!);
    warmStart(F, I, I[ISLAND_CONTACTS + k]!);
  }
  for (let k = 0; k < joints; k++) startJoint(F, I, I[ISLAND_JOINTS + k]!);
  const iterations = I[W_VELOCITY_ITERATIONS]!;
  for (let n = 0; n < iterations; n++) {
    for (let k = 0; k < joints; k++) solveJoint(F, I, I[ISLAND_JOINTS + k]!);
    for (let k = 0; k < contacts; k++) solveContact(F, I, I[ISLAND_CONTACTS + k]!);
  }
  for (let k = 0; k < contacts; k++) storeImpulses(F, I, I[ISLAND_CONTACTS + k]!);
  for (let k = 0; k < parts; k++) integrate(F, I[ISLAND_PARTS + k]!, dt);
  const isSolved = correctPositions(F, I);
  for (let k = 0; k < parts; k++) leave(F, I[ISLAND_PARTS + k]!);
  if (I[W_SLEEPS] !== 0) rest(F, I, isSolved);
}

/** The part's state at the beginning of the step, and the velocity that gravity and forces give it. */
function enter(F: Float64Array, part: int): void {
  const p = PARTS + part * PART;
  const dt = F[W_DT]!;
  F[p + P_C0X] = F[p + P_CX]!;
  F[p + P_C0Y] = F[p + P_CY]!;
  F[p + P_ANGLE0] = F[p + P_ANGLE]!;
  F[p + P_OLD_X] = F[p + P_X]!;
  F[p + P_OLD_Y] = F[p + P_Y]!;
  F[p + P_OLD_SIN] = F[p + P_SIN]!;
  F[p + P_OLD_COS] = F[p + P_COS]!;
  const at = POSITION + 3 * part;
  F[at] = F[p + P_CX]!;
  F[at + 1] = F[p + P_CY]!;
  F[at + 2] = F[p + P_ANGLE]!;
  const v = VELOCITY + 3 * part;
  const mass = F[p + P_INV_MASS]!;
  // Gravity has no x, but makes 0 of -0.
  F[v] = F[p + P_VX]! + 0 + dt * mass * F[p + P_FX]!;
  F[v + 1] = F[p + P_VY]! + dt * F[W_GRAVITY]! + dt * mass * F[p + P_FY]!;
  F[v + 2] = F[p + P_W]! + dt * F[p + P_INV_I]! * F[p + P_TORQUE]!;
}

/** The contacts of the island's parts, in the order of the parts and of their lists. */
function findContacts(I: Int32Array): void {
  let count = 0;
  for (let k = 0; k < I[W_ISLAND_PARTS]!; k++) {
    const first = I[PARTS_I + I[ISLAND_PARTS + k]! * PART_I + P_CONTACTS]!;
    for (let contact = first; contact >= 0; contact = I[CONTACTS_I + contact * CONTACT_I + C_PART_NEXT]!) {
      const i = CONTACTS_I + contact * CONTACT_I;
      if (I[i + C_ENABLED] === 0 || I[i + C_TOUCHING] === 0) continue;
      I[ISLAND_CONTACTS + count] = contact;
      count++;
    }
  }
  I[W_ISLAND_CONTACTS] = count;
}

/** Returns whether all errors became small. */
function correctPositions(F: Float64Array, I: Int32Array): boolean {
  const joints = I[W_ISLAND_JOINTS]!;
  const contacts = I[W_ISLAND_CONTACTS]!;
  for (let n = 0; n < I[W_POSITION_ITERATIONS]!; n++) {
    let least = 0.0;
    for (let k = 0; k < contacts; k++) {
      const separation = correctContact(F, I, I[ISLAND_CONTACTS + k]!, BAUMGARTE);
      if (separation < least) least = separation;
    }
    let isSolved = least >= -3 * LINEAR_SLOP;
    for (let k = 0; k < joints; k++) {
      const isClosed = correctJoint(F, I, I[ISLAND_JOINTS + k]!);
      isSolved = isSolved && isClosed;
    }
    if (isSolved) return true;
  }
  return false;
}

/** Copies the island's result into the part. */
export function leave(F: Float64Array, part: int): void {
  const p = PARTS + part * PART;
  const at = POSITION + 3 * part;
  const v = VELOCITY + 3 * part;
  F[p + P_CX] = F[at]!;
  F[p + P_CY] = F[at + 1]!;
  F[p + P_ANGLE] = F[at + 2]!;
  F[p + P_VX] = F[v]!;
  F[p + P_VY] = F[v + 1]!;
  F[p + P_W] = F[v + 2]!;
  place(F, part);
}

/** Puts the island to sleep when all of its parts have been at rest long enough. */
function rest(F: Float64Array, I: Int32Array, isSolved: boolean): void {
  let least = Number.POSITIVE_INFINITY;
  const count = I[W_ISLAND_PARTS]!;
  for (let k = 0; k < count; k++) {
    const p = PARTS + I[ISLAND_PARTS + k]! * PART;
    const vx = F[p + P_VX]!;
    const vy = F[p + P_VY]!;
    const w = F[p + P_W]!;
    const moves = w * w > ANGULAR_SLEEP_SQUARED || vx * vx + vy * vy > LINEAR_SLEEP_SQUARED;
    F[p + P_REST] = moves ? 0 : F[p + P_REST]! + F[W_DT]!;
    if (F[p + P_REST]! < least) least = F[p + P_REST]!;
  }
  if (!(least >= TIME_TO_SLEEP && isSolved)) return;
  for (let k = 0; k < count; k++) {
    const part = I[ISLAND_PARTS + k]!;
    const p = PARTS + part * PART;
    I[PARTS_I + part * PART_I + P_AWAKE] = 0;
    F[p + P_REST] = 0;
    F[p + P_VX] = 0;
    F[p + P_VY] = 0;
    F[p + P_W] = 0;
    F[p + P_FX] = 0;
    F[p + P_FY] = 0;
    F[p + P_TORQUE] = 0;
  }
}
