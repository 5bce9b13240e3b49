import type { int } from '../../math/int.ts';
import { clip, keyAt, setFeatures } from './clip.ts';
import { LINEAR_SLOP, SKIN } from './constants.ts';
import {
  C_COUNT,
  C_KEYS,
  C_LOCAL_NX,
  C_LOCAL_NY,
  C_LOCAL_X,
  C_LOCAL_Y,
  C_POINTS,
  C_TYPE,
  FACE,
  FACE_A,
  FACE_B,
  POINT,
  VERTEX,
} from './contact-slots.ts';
import { incidentSide, maxSeparation } from './polygon-axis.ts';
import { CLIPPED, CLIPPED_I, CORNER, K_X, K_Y, P_CORNERS, P_COS, P_RADIUS, P_SIN, P_X, P_Y } from './slots.ts';

/** Index of the side with the largest separation in the last call of `maxSeparation`. */
const SIDE = CLIPPED_I + 24;

/**
 * CollidePolygons: the manifold of a rock or block with `countA` corners from `a` on and the polygon of the part at `p`, into
 * the contact at `f` and `i`. The ground's frame is the world's.
 */
export function collidePolygons(
  F: Float64Array,
  I: Int32Array,
  f: int,
  i: int,
  a: int,
  countA: int,
  p: int,
  countB: int,
): void {
  I[i + C_COUNT] = 0;
  const b = p + P_CORNERS;
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  const px = F[p + P_X]!;
  const py = F[p + P_Y]!;
  const radius = SKIN + F[p + P_RADIUS]!;
  // The ground's frame in the part's, and the part's in the ground's.
  const separationA = maxSeparation(F, I, SIDE, a, countA, b, countB, c, -s, c * -px + s * -py, -s * -px + c * -py);
  const sideA = I[SIDE]!;
  if (separationA > radius) return;
  const separationB = maxSeparation(F, I, SIDE, b, countB, a, countA, c, s, px, py);
  const sideB = I[SIDE]!;
  if (separationB > radius) return;

  const flip = separationB > separationA + 0.1 * LINEAR_SLOP;
  const face = flip ? b : a;
  const side = flip ? sideB : sideA;
  const next = side + 1 < (flip ? countB : countA) ? side + 1 : 0;
  const other = flip ? a : b;
  const otherCount = flip ? countA : countB;
  const incident = incidentSide(F, face + CORNER * side, other, otherCount, s, c, flip);
  const after = incident + 1 < otherCount ? incident + 1 : 0;
  for (let k = 0; k < 2; k++) {
    const corner = k === 0 ? incident : after;
    const x = F[other + CORNER * corner + K_X]!;
    const y = F[other + CORNER * corner + K_Y]!;
    F[CLIPPED + 2 * k] = flip ? x : c * x - s * y + px;
    F[CLIPPED + 2 * k + 1] = flip ? y : s * x + c * y + py;
    setFeatures(I, CLIPPED_I + 4 * k, side, FACE, corner, VERTEX);
  }

  // The reference face in its own frame and in the world.
  const x1 = F[face + CORNER * side + K_X]!;
  const y1 = F[face + CORNER * side + K_Y]!;
  const x2 = F[face + CORNER * next + K_X]!;
  const y2 = F[face + CORNER * next + K_Y]!;
  let localX = x2 - x1;
  let localY = y2 - y1;
  const length = Math.sqrt(localX * localX + localY * localY);
  if (length > 0) {
    const inverse = 1 / length;
    localX *= inverse;
    localY *= inverse;
  }
  const tx = flip ? c * localX - s * localY : localX;
  const ty = flip ? s * localX + c * localY : localY;
  const nx = ty;
  const ny = -tx;
  const wx1 = flip ? c * x1 - s * y1 + px : x1;
  const wy1 = flip ? s * x1 + c * y1 + py : y1;
  const wx2 = flip ? c * x2 - s * y2 + px : x2;
  const wy2 = flip ? s * x2 + c * y2 + py : y2;
  const front = nx * wx1 + ny * wy1;
  const offset1 = -(tx * wx1 + ty * wy1) + radius;
  const offset2 = tx * wx2 + ty * wy2 + radius;
  if (clip(F, I, CLIPPED, CLIPPED_I, CLIPPED + 4, CLIPPED_I + 8, -tx, -ty, offset1, side) < 2) return;
  if (clip(F, I, CLIPPED + 4, CLIPPED_I + 8, CLIPPED + 8, CLIPPED_I + 16, tx, ty, offset2, next) < 2) return;

  I[i + C_TYPE] = flip ? FACE_B : FACE_A;
  F[f + C_LOCAL_NX] = localY;
  F[f + C_LOCAL_NY] = -localX;
  F[f + C_LOCAL_X] = 0.5 * x1 + 0.5 * x2;
  F[f + C_LOCAL_Y] = 0.5 * y1 + 0.5 * y2;
  let points = 0;
  for (let k = 0; k < 2; k++) {
    const x = F[CLIPPED + 8 + 2 * k]!;
    const y = F[CLIPPED + 9 + 2 * k]!;
    if (nx * x + ny * y - front > radius) continue;
    const at = f + C_POINTS + POINT * points;
    const dx = x - px;
    const dy = y - py;
    F[at] = flip ? x : c * dx + s * dy;
    F[at + 1] = flip ? y : -s * dx + c * dy;
    I[i + C_KEYS + points] = keyAt(I, CLIPPED_I + 16 + 4 * k, flip);
    points++;
  }
  I[i + C_COUNT] = points;
}
