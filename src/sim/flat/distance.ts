import type { int } from '../../math/int.ts';
import { EPSILON } from './constants.ts';
import {
  metric,
  S_AX,
  S_AY,
  S_BX,
  S_BY,
  S_WEIGHT,
  S_X,
  S_Y,
  SIMPLEX_VERTEX,
  setVertex,
  solve2,
  solve3,
} from './simplex.ts';
import { CORNER, IMPACT, K_X, K_Y, SIMPLEX, SIMPLEX_I } from './slots.ts';
import { T_COS, T_SIN } from './sweep.ts';

/** SimplexCache of the last call, in I: number of vertices, 3 corners of the ground, 3 of the part; its metric, at IMPACT. */
export const CACHE = SIMPLEX_I + 6;
export const CACHE_A = CACHE + 1;
export const CACHE_B = CACHE + 4;
const T_METRIC = 6;

const ONE = SIMPLEX;
const TWO = SIMPLEX + SIMPLEX_VERTEX;

/** Settings.maxDistanceIterations. */
const MAX_ITERATIONS = 20;

/** Forgets the last call, before the first for a pair of shapes. */
export function clearCache(F: Float64Array, I: Int32Array): void {
  I[CACHE] = 0;
  F[IMPACT + T_METRIC] = 0;
}

/** DistanceProxy.getSupport: the corner that is farthest along (x, y). */
export function support(F: Float64Array, corners: int, count: int, x: number, y: number): int {
  let best = 0;
  let most = F[corners + K_X]! * x + F[corners + K_Y]! * y;
  for (let k = 1; k < count; k++) {
    const value = F[corners + CORNER * k + K_X]! * x + F[corners + CORNER * k + K_Y]! * y;
    if (value > most) {
      best = k;
      most = value;
    }
  }
  return best;
}

/**
 * Distance (GJK) without radii, of the ground's shape with `countA` corners from `a` on and the part's shape at `b` in its frame
 * at IMPACT.
 */
export function distance(F: Float64Array, I: Int32Array, a: int, countA: int, b: int, countB: int): number {
  let count = readCache(F, I, a, b);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const saved = count;
    const a0 = I[SIMPLEX_I]!;
    const b0 = I[SIMPLEX_I + 1]!;
    const a1 = I[SIMPLEX_I + 2]!;
    const b1 = I[SIMPLEX_I + 3]!;
    const a2 = I[SIMPLEX_I + 4]!;
    const b2 = I[SIMPLEX_I + 5]!;
    if (count === 2) count = solve2(F, I);
    else if (count === 3) count = solve3(F, I);
    if (count === 3) break;
    // Simplex.getSearchDirection: towards the origin.
    let dx = -F[ONE + S_X]!;
    let dy = -F[ONE + S_Y]!;
    if (count === 2) {
      const ex = F[TWO + S_X]! - F[ONE + S_X]!;
      const ey = F[TWO + S_Y]! - F[ONE + S_Y]!;
      const isLeft = -(ex * F[ONE + S_Y]! - ey * F[ONE + S_X]!) > 0;
      dx = isLeft ? -ey : ey;
      dy = isLeft ? ex : -ex;
    }
    if (dx * dx + dy * dy < EPSILON * EPSILON) break;
    const s = F[IMPACT + T_SIN]!;
    const c = F[IMPACT + T_COS]!;
    const cornerA = support(F, a, countA, -dx, -dy);
    const cornerB = support(F, b, countB, c * dx + s * dy, -s * dx + c * dy);
    setVertex(F, I, count, a, cornerA, b, cornerB);
    if (saved > 0 && cornerA === a0 && cornerB === b0) break;
    if (saved > 1 && cornerA === a1 && cornerB === b1) break;
    if (saved > 2 && cornerA === a2 && cornerB === b2) break;
    count++;
  }
  writeCache(F, I, count);
  return witnessDistance(F, count);
}

/** Simplex.readCache: the last call's simplex, unless its shape changed too much. */
function readCache(F: Float64Array, I: Int32Array, a: int, b: int): int {
  let count = I[CACHE]!;
  for (let k = 0; k < count; k++) setVertex(F, I, k, a, I[CACHE_A + k]!, b, I[CACHE_B + k]!);
  if (count > 1) {
    const before = F[IMPACT + T_METRIC]!;
    const now = metric(F, count);
    if (now < 0.5 * before || 2 * before < now || now < EPSILON) count = 0;
  }
  if (count > 0) return count;
  setVertex(F, I, 0, a, 0, b, 0);
  F[ONE + S_WEIGHT] = 1;
  return 1;
}

function writeCache(F: Float64Array, I: Int32Array, count: int): void {
  F[IMPACT + T_METRIC] = metric(F, count);
  I[CACHE] = count;
  for (let k = 0; k < count; k++) {
    I[CACHE_A + k] = I[SIMPLEX_I + 2 * k]!;
    I[CACHE_B + k] = I[SIMPLEX_I + 2 * k + 1]!;
  }
}

/** Distance of Simplex.getWitnessPoints; shapes that overlap have three vertices. */
function witnessDistance(F: Float64Array, count: int): number {
  if (count === 3) return 0;
  let dx = F[ONE + S_AX]! - F[ONE + S_BX]!;
  let dy = F[ONE + S_AY]! - F[ONE + S_BY]!;
  if (count === 2) {
    const p = F[ONE + S_WEIGHT]!;
    const q = F[TWO + S_WEIGHT]!;
    dx = p * F[ONE + S_AX]! + q * F[TWO + S_AX]! - (p * F[ONE + S_BX]! + q * F[TWO + S_BX]!);
    dy = p * F[ONE + S_AY]! + q * F[TWO + S_AY]! - (p * F[ONE + S_BY]! + q * F[TWO + S_BY]!);
  }
  return Math.sqrt(dx * dx + dy * dy);
}
