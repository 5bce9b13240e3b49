import type { int } from '../../math/int.ts';
import { sinCos } from '../../math/trigonometry.ts';
import { IMPACT, P_ALPHA, P_ANGLE, P_ANGLE0, P_C0X, P_C0Y, P_CX, P_CY, P_LX, P_LY, PART, PARTS } from './slots.ts';

/** Slots at IMPACT: the part's frame at a time in its sweep; the sweep's normalised angles. */
export const T_SIN = 0;
export const T_COS = 1;
export const T_X = 2;
export const T_Y = 3;
const T_ANGLE0 = 4;
const T_ANGLE = 5;

/** Sweep.normalize: the first angle to [-pi, pi), the last one by as much. */
export function normaliseSweep(F: Float64Array, part: int): void {
  const p = PARTS + part * PART;
  const angle0 = F[p + P_ANGLE0]!;
  const rest = (angle0 + Math.PI) % (2 * Math.PI);
  const normalised = rest + (rest < 0 ? Math.PI : -Math.PI);
  F[IMPACT + T_ANGLE] = F[p + P_ANGLE]! - (angle0 - normalised);
  F[IMPACT + T_ANGLE0] = normalised;
}

/** Sweep.getTransform: the part's frame at the share `t` of its sweep. */
export function sweepTo(F: Float64Array, part: int, t: number): void {
  const p = PARTS + part * PART;
  sinCos((1 - t) * F[IMPACT + T_ANGLE0]! + t * F[IMPACT + T_ANGLE]!, F, IMPACT + T_SIN);
  const s = F[IMPACT + T_SIN]!;
  const c = F[IMPACT + T_COS]!;
  F[IMPACT + T_X] = (1 - t) * F[p + P_C0X]! + t * F[p + P_CX]! - (c * F[p + P_LX]! - s * F[p + P_LY]!);
  F[IMPACT + T_Y] = (1 - t) * F[p + P_C0Y]! + t * F[p + P_CY]! - (s * F[p + P_LX]! + c * F[p + P_LY]!);
}

/** Sweep.advance: the sweep begins later. */
export function advance(F: Float64Array, part: int, alpha: number): void {
  const p = PARTS + part * PART;
  const beta = (alpha - F[p + P_ALPHA]!) / (1 - F[p + P_ALPHA]!);
  F[p + P_C0X] = beta * F[p + P_CX]! + (1 - beta) * F[p + P_C0X]!;
  F[p + P_C0Y] = beta * F[p + P_CY]! + (1 - beta) * F[p + P_C0Y]!;
  F[p + P_ANGLE0] = beta * F[p + P_ANGLE]! + (1 - beta) * F[p + P_ANGLE0]!;
  F[p + P_ALPHA] = alpha;
}
