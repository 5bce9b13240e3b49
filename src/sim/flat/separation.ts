import type { int } from '../../math/int.ts';
import { CACHE, CACHE_A, CACHE_B, support } from './distance.ts';
import {
  CORNER,
  IMPACT,
  IMPACT_I,
  K_X,
  K_Y,
  P_CORNER_COUNT,
  P_CORNERS,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
} from './slots.ts';
import { sweepTo, T_COS, T_SIN, T_X, T_Y } from './sweep.ts';

/** Slots of the function at IMPACT, in F: a point and an axis in the frame of the shape that has the face. */
const T_LOCAL_X = 7;
const T_LOCAL_Y = 8;
const T_AXIS_X = 9;
const T_AXIS_Y = 10;
/** In I: the type, and the corners found last. */
const T_TYPE = IMPACT_I;
const T_CORNER_A = IMPACT_I + 1;
const T_CORNER_B = IMPACT_I + 2;

const POINTS = 1;
const FACE_OF_GROUND = 2;
const FACE_OF_PART = 3;

/** SeparationFunction.initialize: along which axis shapes are separated, from the last call of `distance`. */
export function startSeparation(F: Float64Array, I: Int32Array, a: int, part: int): void {
  const b = PARTS + part * PART + P_CORNERS;
  const a1 = a + CORNER * I[CACHE_A]!;
  const b1 = b + CORNER * I[CACHE_B]!;
  if (I[CACHE] === 1) {
    I[T_TYPE] = POINTS;
    setAxis(F, worldX(F, b1) - F[a1 + K_X]!, worldY(F, b1) - F[a1 + K_Y]!, false);
    return;
  }
  const isPart = I[CACHE_A] === I[CACHE_A + 1];
  const from = isPart ? b1 : a1;
  const to = isPart ? b + CORNER * I[CACHE_B + 1]! : a + CORNER * I[CACHE_A + 1]!;
  const dx = F[to + K_X]! - F[from + K_X]!;
  const dy = F[to + K_Y]! - F[from + K_Y]!;
  const localX = 0.5 * F[from + K_X]! + 0.5 * F[to + K_X]!;
  const localY = 0.5 * F[from + K_Y]! + 0.5 * F[to + K_Y]!;
  I[T_TYPE] = isPart ? FACE_OF_PART : FACE_OF_GROUND;
  F[IMPACT + T_LOCAL_X] = localX;
  F[IMPACT + T_LOCAL_Y] = localY;
  setAxis(F, dy, -dx, false);
  const x = F[IMPACT + T_AXIS_X]!;
  const y = F[IMPACT + T_AXIS_Y]!;
  const s = F[IMPACT + T_SIN]!;
  const c = F[IMPACT + T_COS]!;
  const nx = c * x - s * y;
  const ny = s * x + c * y;
  const separation = isPart
    ? F[a1 + K_X]! * nx + F[a1 + K_Y]! * ny - (turnedX(F, localX, localY) * nx + turnedY(F, localX, localY) * ny)
    : worldX(F, b1) * x + worldY(F, b1) * y - (localX * x + localY * y);
  if (separation < 0) setAxis(F, x, y, true);
}

/** Sets the axis: a direction of any length, or the opposite of one of length 1. */
function setAxis(F: Float64Array, x: number, y: number, isOpposite: boolean): void {
  const length = isOpposite ? 0 : Math.sqrt(x * x + y * y);
  const scale = isOpposite ? -1 : length !== 0 ? 1 / length : 1;
  F[IMPACT + T_AXIS_X] = x * scale;
  F[IMPACT + T_AXIS_Y] = y * scale;
}

/** A point of the part's frame in the world. */
function turnedX(F: Float64Array, x: number, y: number): number {
  return F[IMPACT + T_COS]! * x - F[IMPACT + T_SIN]! * y + F[IMPACT + T_X]!;
}
function turnedY(F: Float64Array, x: number, y: number): number {
  return F[IMPACT + T_SIN]! * x + F[IMPACT + T_COS]! * y + F[IMPACT + T_Y]!;
}
function worldX(F: Float64Array, corner: int): number {
  return turnedX(F, F[corner + K_X]!, F[corner + K_Y]!);
}
function worldY(F: Float64Array, corner: int): number {
  return turnedY(F, F[corner + K_X]!, F[corner + K_Y]!);
}

/**
 * SeparationFunction.compute: separation along the axis at the share `t` of the sweep, of the deepest corners, which it looks
 * for, or of those found last.
 */
export function separation(
  F: Float64Array,
  I: Int32Array,
  a: int,
  countA: int,
  part: int,
  finds: boolean,
  t: number,
): number {
  sweepTo(F, part, t);
  const b = PARTS + part * PART + P_CORNERS;
  const type = I[T_TYPE]!;
  const x = F[IMPACT + T_AXIS_X]!;
  const y = F[IMPACT + T_AXIS_Y]!;
  const s = F[IMPACT + T_SIN]!;
  const c = F[IMPACT + T_COS]!;
  if (type === FACE_OF_PART) {
    const nx = c * x - s * y;
    const ny = s * x + c * y;
    if (finds) I[T_CORNER_A] = support(F, a, countA, -nx, -ny);
    const corner = a + CORNER * I[T_CORNER_A]!;
    const localX = F[IMPACT + T_LOCAL_X]!;
    const localY = F[IMPACT + T_LOCAL_Y]!;
    const front = turnedX(F, localX, localY) * nx + turnedY(F, localX, localY) * ny;
    return F[corner + K_X]! * nx + F[corner + K_Y]! * ny - front;
  }
  if (finds) {
    const countB = I[PARTS_I + part * PART_I + P_CORNER_COUNT]!;
    I[T_CORNER_B] = support(F, b, countB, c * -x + s * -y, -s * -x + c * -y);
    if (type === POINTS) I[T_CORNER_A] = support(F, a, countA, x, y);
  }
  const corner = b + CORNER * I[T_CORNER_B]!;
  const depth = worldX(F, corner) * x + worldY(F, corner) * y;
  if (type === FACE_OF_GROUND) return depth - (F[IMPACT + T_LOCAL_X]! * x + F[IMPACT + T_LOCAL_Y]! * y);
  const cornerA = a + CORNER * I[T_CORNER_A]!;
  return depth - (F[cornerA + K_X]! * x + F[cornerA + K_Y]! * y);
}
