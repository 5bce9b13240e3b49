import type { Leg } from '../../creature/legs.ts';

/** Two legs that are no counterparts by name, such as a fore and a hind leg, are measured against each other. */
function mateOf(legs: readonly Leg[], leg: number): number | undefined {
  return legs[leg]?.mate ?? (legs.length === 2 ? 1 - leg : undefined);
}

/** How the landings of all legs followed each other. */
export interface Sequence {
  landings: number;
  /** Of legs that have a mate: how many, and how many ahead of it. */
  paired: number;
  ahead: number;
  /** Landings of another leg than the one before. */
  changes: number;
}

/** Landings of all legs in the order they happen; those of one frame in the order of legs. @param direction of travel, 1 or -1. */
export function sequenceOf(
  footfalls: readonly number[][],
  legs: readonly Leg[],
  soleX: readonly Float64Array[],
  direction: number,
): Sequence {
  const result = { landings: 0, paired: 0, ahead: 0, changes: 0 };
  const next = new Int32Array(legs.length);
  for (let before = -1; ; result.landings++) {
    const leg = earliest(footfalls, next);
    if (leg < 0) return result;
    const frame = footfalls[leg]![next[leg]!]!;
    next[leg]!++;
    if (before >= 0 && leg !== before) result.changes++;
    before = leg;
    const mate = mateOf(legs, leg);
    if (mate === undefined) continue;
    result.paired++;
    if (direction * (soleX[leg]![frame]! - soleX[mate]![frame]!) > 0) result.ahead++;
  }
}

/** The leg that lands first of those whose next landings are given by their indices; -1 when none is left. */
function earliest(footfalls: readonly number[][], next: Int32Array): number {
  let first = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let leg = 0; leg < next.length; leg++) {
    const frames = footfalls[leg]!;
    const at = next[leg]!;
    if (at >= frames.length || frames[at]! >= least) continue;
    first = leg;
    least = frames[at]!;
  }
  return first;
}
