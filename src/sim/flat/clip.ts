import type { int } from '../../math/int.ts';
import { FACE, VERTEX } from './contact-slots.ts';

/**
 * Manifold.clipSegmentToLine: clips the pair of points at F[from], features at I[fromI], against the line with the normal
 * (nx, ny), and returns how many are left at F[to] and I[toI]. A point's features are its index and type in each of both shapes.
 */
export function clip(
  F: Float64Array,
  I: Int32Array,
  from: int,
  fromI: int,
  to: int,
  toI: int,
  nx: number,
  ny: number,
  offset: number,
  corner: int,
): int {
  let count = 0;
  const distance0 = nx * F[from]! + ny * F[from + 1]! - offset;
  const distance1 = nx * F[from + 2]! + ny * F[from + 3]! - offset;
  if (distance0 <= 0) {
    copyPoint(F, I, from, fromI, to, toI);
    count = 1;
  }
  if (distance1 <= 0) {
    copyPoint(F, I, from + 2, fromI + 4, to + 2 * count, toI + 4 * count);
    count++;
  }
  if (distance0 * distance1 < 0) {
    const share = distance0 / (distance0 - distance1);
    F[to + 2 * count] = (1 - share) * F[from]! + share * F[from + 2]!;
    F[to + 2 * count + 1] = (1 - share) * F[from + 1]! + share * F[from + 3]!;
    setFeatures(I, toI + 4 * count, corner, VERTEX, I[fromI + 2]!, FACE);
    count++;
  }
  return count;
}

function copyPoint(F: Float64Array, I: Int32Array, from: int, fromI: int, to: int, toI: int): void {
  F[to] = F[from]!;
  F[to + 1] = F[from + 1]!;
  setFeatures(I, toI, I[fromI]!, I[fromI + 1]!, I[fromI + 2]!, I[fromI + 3]!);
}

/** ContactID.setFeatures. */
export function setFeatures(I: Int32Array, at: int, indexA: int, typeA: int, indexB: int, typeB: int): void {
  I[at] = indexA;
  I[at + 1] = typeA;
  I[at + 2] = indexB;
  I[at + 3] = typeB;
}

/** ContactID.key; two features of polygons with more than four corners can have the same. */
export function keyOf(indexA: int, typeA: int, indexB: int, typeB: int): int {
  return indexA + indexB * 4 + typeA * 16 + typeB * 64;
}

/** The key of the features at I[at], with A and B exchanged if `swap`. */
export function keyAt(I: Int32Array, at: int, swap: boolean): int {
  return swap ? keyOf(I[at + 2]!, I[at + 3]!, I[at]!, I[at + 1]!) : keyOf(I[at]!, I[at + 1]!, I[at + 2]!, I[at + 3]!);
}
