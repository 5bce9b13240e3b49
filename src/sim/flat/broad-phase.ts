import type { int } from '../../math/int.ts';
import { BOUNDS_MARGIN, BOUNDS_STEPS } from './constants.ts';
import { E_BOTTOM, E_LEFT, E_LEFT_FROM_HERE, E_RIGHT, E_RIGHT_SO_FAR, E_TOP, PIECE } from './contact-slots.ts';
import { createContact } from './contacts.ts';
import {
  CORNER,
  GROUND,
  K_X,
  K_Y,
  P_CORNER_COUNT,
  P_CORNERS,
  P_COS,
  P_FAT,
  P_MOVED,
  P_OLD_COS,
  P_OLD_SIN,
  P_OLD_X,
  P_OLD_Y,
  P_RADIUS,
  P_SIN,
  P_SWEPT,
  P_X,
  P_Y,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
  W_BLOCKS,
  W_LINE,
  W_PARTS,
  W_PIECES,
} from './slots.ts';

/** AABB.testOverlap of the widened bounds of a piece of ground and a part. */
export function overlap(F: Float64Array, piece: int, part: int): boolean {
  const e = GROUND + piece * PIECE;
  const b = PARTS + part * PART + P_FAT;
  return !(
    F[b]! - F[e + E_RIGHT]! > 0 ||
    F[b + 1]! - F[e + E_TOP]! > 0 ||
    F[e + E_LEFT]! - F[b + 2]! > 0 ||
    F[e + E_BOTTOM]! - F[b + 3]! > 0
  );
}

/**
 * World.findNewContacts, with the pairs in the order of planck/pair-order.ts: by piece, then by part. Parts meet only the
 * ground, by their roles' filters.
 */
export function findNewContacts(F: Float64Array, I: Int32Array): void {
  const parts = I[W_PARTS]!;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < parts; k++) {
    if (I[PARTS_I + k * PART_I + P_MOVED] === 0) continue;
    const b = PARTS + k * PART + P_FAT;
    if (F[b]! < left) left = F[b]!;
    if (F[b + 2]! > right) right = F[b + 2]!;
  }
  if (left === Number.POSITIVE_INFINITY) return;
  findPairs(F, I, 0, I[W_LINE]!, left, right);
  findPairs(F, I, I[W_LINE]!, I[W_BLOCKS]!, left, right);
  findPairs(F, I, I[W_BLOCKS]!, I[W_PIECES]!, left, right);
  for (let k = 0; k < parts; k++) I[PARTS_I + k * PART_I + P_MOVED] = 0;
}

/** Contacts of the moved parts with pieces of one kind. */
function findPairs(F: Float64Array, I: Int32Array, from: int, to: int, left: number, right: number): void {
  const parts = I[W_PARTS]!;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (F[GROUND + middle * PIECE + E_RIGHT_SO_FAR]! < left) low = middle + 1;
    else high = middle;
  }
  for (let e = low; e < to && F[GROUND + e * PIECE + E_LEFT_FROM_HERE]! <= right; e++) {
    for (let k = 0; k < parts; k++) {
      if (I[PARTS_I + k * PART_I + P_MOVED] !== 0 && overlap(F, e, k)) createContact(F, I, e, k);
    }
  }
}

/** Body.synchronizeFixtures: bounds of a part over its sweep, from its old frame to its current one. */
export function synchronize(F: Float64Array, I: Int32Array, part: int): void {
  const p = PARTS + part * PART;
  const last = p + P_CORNERS + I[PARTS_I + part * PART_I + P_CORNER_COUNT]! * CORNER;
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  const px = F[p + P_X]!;
  const py = F[p + P_Y]!;
  const oldS = F[p + P_OLD_SIN]!;
  const oldC = F[p + P_OLD_COS]!;
  const oldX = F[p + P_OLD_X]!;
  const oldY = F[p + P_OLD_Y]!;
  let left = Number.POSITIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let k = p + P_CORNERS; k < last; k += CORNER) {
    const vx = F[k + K_X]!;
    const vy = F[k + K_Y]!;
    const x = c * vx - s * vy + px;
    const y = s * vx + c * vy + py;
    const x0 = oldC * vx - oldS * vy + oldX;
    const y0 = oldS * vx + oldC * vy + oldY;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
    if (x0 < left) left = x0;
    if (x0 > right) right = x0;
    if (y0 < bottom) bottom = y0;
    if (y0 > top) top = y0;
  }
  const radius = F[p + P_RADIUS]!;
  F[p + P_SWEPT] = left - radius;
  F[p + P_SWEPT + 1] = bottom - radius;
  F[p + P_SWEPT + 2] = right + radius;
  F[p + P_SWEPT + 3] = top + radius;
  moveBounds(F, I, part, px - oldX, py - oldY);
}

/** DynamicTree.moveProxy: new widened bounds when the part left the old ones. */
function moveBounds(F: Float64Array, I: Int32Array, part: int, dx: number, dy: number): void {
  const b = PARTS + part * PART + P_FAT;
  const swept = PARTS + part * PART + P_SWEPT;
  let left = F[swept]!;
  let bottom = F[swept + 1]!;
  let right = F[swept + 2]!;
  let top = F[swept + 3]!;
  if (F[b]! <= left && F[b + 1]! <= bottom && right <= F[b + 2]! && top <= F[b + 3]!) return;
  left -= BOUNDS_MARGIN;
  bottom -= BOUNDS_MARGIN;
  right += BOUNDS_MARGIN;
  top += BOUNDS_MARGIN;
  if (dx < 0) left += dx * BOUNDS_STEPS;
  else right += dx * BOUNDS_STEPS;
  if (dy < 0) bottom += dy * BOUNDS_STEPS;
  else top += dy * BOUNDS_STEPS;
  F[b] = left;
  F[b + 1] = bottom;
  F[b + 2] = right;
  F[b + 3] = top;
  I[PARTS_I + part * PART_I + P_MOVED] = 1;
}
