import type { int } from '../../math/int.ts';
import { LINEAR_SLOP, SKIN } from './constants.ts';
import { clearCache, distance } from './distance.ts';
import { separation, startSeparation } from './separation.ts';
import {
  CORNER,
  K_X,
  K_Y,
  MAX_CORNERS,
  P_ANGLE,
  P_ANGLE0,
  P_CORNER_COUNT,
  P_CORNERS,
  P_RADIUS,
  P_REACH,
  P_SWEPT,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
} from './slots.ts';
import { normaliseSweep, sweepTo } from './sweep.ts';

/** Settings.maxTOIIterations; most steps of the search for a root. */
const MAX_ITERATIONS = 20;
const MAX_ROOT_ITERATIONS = 50;

/** No time of impact. */
export const NEVER = 2;

/**
 * TimeOfImpact: at which share of its sweep a part comes to touch a shape of the ground, with `countA` corners from `a` on;
 * NEVER if it does not, overlaps from the beginning, or the search fails.
 */
export function timeOfImpact(F: Float64Array, I: Int32Array, a: int, countA: int, part: int): number {
  if (staysAway(F, a, countA, part)) return NEVER;
  const p = PARTS + part * PART;
  const countB = I[PARTS_I + part * PART_I + P_CORNER_COUNT]!;
  const target = Math.max(LINEAR_SLOP, SKIN + F[p + P_RADIUS]! - 3 * LINEAR_SLOP);
  const tolerance = 0.25 * LINEAR_SLOP;
  normaliseSweep(F, part);
  clearCache(F, I);
  let t1 = 0.0;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    sweepTo(F, part, t1);
    const apart = distance(F, I, a, countA, p + P_CORNERS, countB);
    if (apart <= 0) return NEVER;
    if (apart < target + tolerance) return t1;
    startSeparation(F, I, a, part);
    let t2 = 1.0;
    for (let push = 0; push < MAX_CORNERS; push++) {
      const s2 = separation(F, I, a, countA, part, true, t2);
      if (s2 > target + tolerance) return NEVER;
      if (s2 > target - tolerance) {
        t1 = t2;
        break;
      }
      const s1 = separation(F, I, a, countA, part, false, t1);
      if (s1 < target - tolerance) return NEVER;
      if (s1 <= target + tolerance) return t1;
      t2 = findRoot(F, I, a, countA, part, t1, t2, s1, s2, target, tolerance);
    }
  }
  return NEVER;
}

/** The time at which the separation is the target, by bisection and the secant rule in turn; t2 if it is not found. */
function findRoot(
  F: Float64Array,
  I: Int32Array,
  a: int,
  countA: int,
  part: int,
  t1: number,
  t2: number,
  s1: number,
  s2: number,
  target: number,
  tolerance: number,
): number {
  let low = t1;
  let high = t2;
  for (let root = 0; root < MAX_ROOT_ITERATIONS; root++) {
    const t = (root & 1) === 0 ? 0.5 * (low + high) : low + ((target - s1) * (high - low)) / (s2 - s1);
    const s = separation(F, I, a, countA, part, false, t);
    if (Math.abs(s - target) < tolerance) return t;
    if (s > target) {
      low = t;
      s1 = s;
    } else {
      high = t;
      s2 = s;
    }
  }
  return t2;
}

/**
 * Whether the bounds of the part's sweep never come near those of the shape, which is quickly told and most often so. A corner
 * strays from the straight line between its ends by at most reach * turn² / 8. Bounds hold the part's rounding; another
 * centimetre is more than the distance that counts as touching.
 */
function staysAway(F: Float64Array, a: int, countA: int, part: int): boolean {
  const p = PARTS + part * PART;
  const turn = F[p + P_ANGLE]! - F[p + P_ANGLE0]!;
  const margin = F[p + P_REACH]! * turn * turn * 0.125 + SKIN;
  let left = F[a + K_X]!;
  let bottom = F[a + K_Y]!;
  let right = left;
  let top = bottom;
  for (let k = a + CORNER; k < a + CORNER * countA; k += CORNER) {
    left = Math.min(left, F[k + K_X]!);
    right = Math.max(right, F[k + K_X]!);
    bottom = Math.min(bottom, F[k + K_Y]!);
    top = Math.max(top, F[k + K_Y]!);
  }
  return (
    F[p + P_SWEPT]! - margin > right ||
    F[p + P_SWEPT + 2]! + margin < left ||
    F[p + P_SWEPT + 1]! - margin > top ||
    F[p + P_SWEPT + 3]! + margin < bottom
  );
}
