import type { int } from '../../math/int.ts';
import { CORNER, K_NX, K_NY, K_X, K_Y } from './slots.ts';

/**
 * findMaxSeparation: the largest separation of polygon 2 from a side of polygon 1, whose index is written to I[sideAt]. `c`, `s`,
 * `x`, `y` are the frame of polygon 1 in that of polygon 2.
 */
export function maxSeparation(
  F: Float64Array,
  I: Int32Array,
  sideAt: int,
  one: int,
  count1: int,
  two: int,
  count2: int,
  c: number,
  s: number,
  x: number,
  y: number,
): number {
  let most = Number.NEGATIVE_INFINITY;
  I[sideAt] = 0;
  for (let k = 0; k < count1; k++) {
    const v = one + CORNER * k;
    const nx = c * F[v + K_NX]! - s * F[v + K_NY]!;
    const ny = s * F[v + K_NX]! + c * F[v + K_NY]!;
    const vx = c * F[v + K_X]! - s * F[v + K_Y]! + x;
    const vy = s * F[v + K_X]! + c * F[v + K_Y]! + y;
    const offset = nx * vx + ny * vy;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < count2; j++) {
      const w = two + CORNER * j;
      const separation = nx * F[w + K_X]! + ny * F[w + K_Y]! - offset;
      if (separation < least) least = separation;
    }
    if (least > most) {
      most = least;
      I[sideAt] = k;
    }
  }
  return most;
}

/**
 * findIncidentEdge: the side of polygon 2 that faces the side of polygon 1 at `side` most. `s` and `c` turn the part, which is
 * polygon 1 if `flip`; the other one is ground.
 */
export function incidentSide(
  F: Float64Array,
  side: int,
  two: int,
  count2: int,
  s: number,
  c: number,
  flip: boolean,
): int {
  const x = F[side + K_NX]!;
  const y = F[side + K_NY]!;
  const nx = flip ? c * x - s * y : c * x + s * y;
  const ny = flip ? s * x + c * y : -s * x + c * y;
  let index = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < count2; k++) {
    const v = two + CORNER * k;
    const value = nx * F[v + K_NX]! + ny * F[v + K_NY]!;
    if (value < least) {
      least = value;
      index = k;
    }
  }
  return index;
}
