import type { int } from '../../math/int.ts';
import { CORNER, IMPACT, K_X, K_Y, SIMPLEX, SIMPLEX_I } from './slots.ts';
import { T_COS, T_SIN, T_X, T_Y } from './sweep.ts';

// Box2D's Simplex: up to three vertices with points of the ground and of the part, their difference, and a weight.

/** Slots of a vertex in F; its two corners are at SIMPLEX_I + 2 * vertex. */
export const SIMPLEX_VERTEX = 7;
export const S_AX = 0;
export const S_AY = 1;
export const S_BX = 2;
export const S_BY = 3;
export const S_X = 4;
export const S_Y = 5;
export const S_WEIGHT = 6;

const ONE = SIMPLEX;
const TWO = SIMPLEX + SIMPLEX_VERTEX;
const THREE = SIMPLEX + 2 * SIMPLEX_VERTEX;

/** Sets a vertex to corner `cornerA` of the ground's shape at `a` and corner `cornerB` of the part's at `b`. */
export function setVertex(
  F: Float64Array,
  I: Int32Array,
  vertex: int,
  a: int,
  cornerA: int,
  b: int,
  cornerB: int,
): void {
  const at = SIMPLEX + SIMPLEX_VERTEX * vertex;
  I[SIMPLEX_I + 2 * vertex] = cornerA;
  I[SIMPLEX_I + 2 * vertex + 1] = cornerB;
  const s = F[IMPACT + T_SIN]!;
  const c = F[IMPACT + T_COS]!;
  const ax = F[a + CORNER * cornerA + K_X]!;
  const ay = F[a + CORNER * cornerA + K_Y]!;
  const x = F[b + CORNER * cornerB + K_X]!;
  const y = F[b + CORNER * cornerB + K_Y]!;
  const bx = c * x - s * y + F[IMPACT + T_X]!;
  const by = s * x + c * y + F[IMPACT + T_Y]!;
  F[at + S_AX] = ax;
  F[at + S_AY] = ay;
  F[at + S_BX] = bx;
  F[at + S_BY] = by;
  F[at + S_X] = bx - ax;
  F[at + S_Y] = by - ay;
}

function copyVertex(F: Float64Array, I: Int32Array, to: int, from: int): void {
  for (let k = 0; k < SIMPLEX_VERTEX; k++)
    F[SIMPLEX + SIMPLEX_VERTEX * to + k] = F[SIMPLEX + SIMPLEX_VERTEX * from + k]!;
  I[SIMPLEX_I + 2 * to] = I[SIMPLEX_I + 2 * from]!;
  I[SIMPLEX_I + 2 * to + 1] = I[SIMPLEX_I + 2 * from + 1]!;
}

/** Simplex.getMetric: length of two vertices, twice the area of three. */
export function metric(F: Float64Array, count: int): number {
  if (count < 2) return 0;
  if (count === 2) {
    const dx = F[ONE + S_X]! - F[TWO + S_X]!;
    const dy = F[ONE + S_Y]! - F[TWO + S_Y]!;
    return Math.sqrt(dx * dx + dy * dy);
  }
  const x2 = F[TWO + S_X]! - F[ONE + S_X]!;
  const y2 = F[TWO + S_Y]! - F[ONE + S_Y]!;
  const x3 = F[THREE + S_X]! - F[ONE + S_X]!;
  const y3 = F[THREE + S_Y]! - F[ONE + S_Y]!;
  return x2 * y3 - y2 * x3;
}

/** Simplex.solve2: keeps what is nearest to the origin, and returns how many vertices that are. */
export function solve2(F: Float64Array, I: Int32Array): int {
  const x1 = F[ONE + S_X]!;
  const y1 = F[ONE + S_Y]!;
  const x2 = F[TWO + S_X]!;
  const y2 = F[TWO + S_Y]!;
  const ex = x2 - x1;
  const ey = y2 - y1;
  const d2 = -(x1 * ex + y1 * ey);
  if (d2 <= 0) return keepOne(F, I, 0);
  const d1 = x2 * ex + y2 * ey;
  if (d1 <= 0) return keepOne(F, I, 1);
  return keepTwo(F, I, 0, d1, 1, d2);
}

/** Simplex.solve3. */
export function solve3(F: Float64Array, I: Int32Array): int {
  const x1 = F[ONE + S_X]!;
  const y1 = F[ONE + S_Y]!;
  const x2 = F[TWO + S_X]!;
  const y2 = F[TWO + S_Y]!;
  const x3 = F[THREE + S_X]!;
  const y3 = F[THREE + S_Y]!;
  const e12x = x2 - x1;
  const e12y = y2 - y1;
  const d12of1 = x2 * e12x + y2 * e12y;
  const d12of2 = -(x1 * e12x + y1 * e12y);
  const e13x = x3 - x1;
  const e13y = y3 - y1;
  const d13of1 = x3 * e13x + y3 * e13y;
  const d13of2 = -(x1 * e13x + y1 * e13y);
  const e23x = x3 - x2;
  const e23y = y3 - y2;
  const d23of1 = x3 * e23x + y3 * e23y;
  const d23of2 = -(x2 * e23x + y2 * e23y);
  const area = e12x * e13y - e12y * e13x;
  const d1 = area * (x2 * y3 - y2 * x3);
  const d2 = area * (x3 * y1 - y3 * x1);
  const d3 = area * (x1 * y2 - y1 * x2);
  if (d12of2 <= 0 && d13of2 <= 0) return keepOne(F, I, 0);
  if (d12of1 > 0 && d12of2 > 0 && d3 <= 0) return keepTwo(F, I, 0, d12of1, 1, d12of2);
  if (d13of1 > 0 && d13of2 > 0 && d2 <= 0) return keepTwo(F, I, 0, d13of1, 2, d13of2);
  if (d12of1 <= 0 && d23of2 <= 0) return keepOne(F, I, 1);
  if (d13of1 <= 0 && d23of1 <= 0) return keepOne(F, I, 2);
  if (d23of1 > 0 && d23of2 > 0 && d1 <= 0) return keepTwo(F, I, 1, d23of1, 2, d23of2);
  const inverse = 1 / (d1 + d2 + d3);
  F[ONE + S_WEIGHT] = d1 * inverse;
  F[TWO + S_WEIGHT] = d2 * inverse;
  F[THREE + S_WEIGHT] = d3 * inverse;
  return 3;
}

function keepOne(F: Float64Array, I: Int32Array, vertex: int): int {
  F[SIMPLEX + SIMPLEX_VERTEX * vertex + S_WEIGHT] = 1;
  if (vertex !== 0) copyVertex(F, I, 0, vertex);
  return 1;
}

/** Keeps two vertices. planck puts the later one in the place that is free, so 1 and 2 become 2 and 1. */
function keepTwo(F: Float64Array, I: Int32Array, i: int, weightI: number, j: int, weightJ: number): int {
  const inverse = 1 / (weightI + weightJ);
  F[SIMPLEX + SIMPLEX_VERTEX * i + S_WEIGHT] = weightI * inverse;
  F[SIMPLEX + SIMPLEX_VERTEX * j + S_WEIGHT] = weightJ * inverse;
  if (j === 2) copyVertex(F, I, i === 0 ? 1 : 0, 2);
  return 2;
}
