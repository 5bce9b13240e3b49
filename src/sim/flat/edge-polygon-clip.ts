import type { int } from '../../math/int.ts';
import { clip, keyAt, setFeatures } from './clip.ts';
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
import {
  CLIPPED,
  CLIPPED_I,
  CORNER,
  K_NX,
  K_NY,
  K_X,
  K_Y,
  P_CORNERS,
  P_COS,
  P_SIN,
  P_X,
  P_Y,
  TURNED,
} from './slots.ts';

// The manifolds of a piece of the line whose corner is at `edge` and the polygon of the part at `p`, whose corners and normals
// were turned to the world at TURNED; they are written to the contact at `f` and `i`.

/** CollideEdgePolygon when the edge is the reference face: clips the polygon's side that faces it most. */
export function clipPolygon(
  F: Float64Array,
  I: Int32Array,
  f: int,
  i: int,
  edge: int,
  isFront: boolean,
  p: int,
  count: int,
  nx: number,
  ny: number,
  radius: number,
): void {
  let best = 0;
  let least = nx * F[TURNED + 2]! + ny * F[TURNED + 3]!;
  for (let k = 1; k < count; k++) {
    const value = nx * F[TURNED + 4 * k + 2]! + ny * F[TURNED + 4 * k + 3]!;
    if (value < least) {
      least = value;
      best = k;
    }
  }
  const next = best + 1 < count ? best + 1 : 0;
  F[CLIPPED] = F[TURNED + 4 * best]!;
  F[CLIPPED + 1] = F[TURNED + 4 * best + 1]!;
  F[CLIPPED + 2] = F[TURNED + 4 * next]!;
  F[CLIPPED + 3] = F[TURNED + 4 * next + 1]!;
  setFeatures(I, CLIPPED_I, 0, FACE, best, VERTEX);
  setFeatures(I, CLIPPED_I + 4, 0, FACE, next, VERTEX);
  const from = isFront ? edge : edge + CORNER;
  const to = isFront ? edge + CORNER : edge;
  const count2 = clipSides(
    F,
    I,
    nx,
    ny,
    F[from + K_X]!,
    F[from + K_Y]!,
    F[to + K_X]!,
    F[to + K_Y]!,
    isFront ? 0 : 1,
    isFront ? 1 : 0,
  );
  if (count2 < 2) return;
  I[i + C_TYPE] = FACE_A;
  F[f + C_LOCAL_NX] = nx;
  F[f + C_LOCAL_NY] = ny;
  F[f + C_LOCAL_X] = F[from + K_X]!;
  F[f + C_LOCAL_Y] = F[from + K_Y]!;
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  let points = 0;
  const front = nx * F[from + K_X]! + ny * F[from + K_Y]!;
  for (let k = 0; k < 2; k++) {
    const x = F[CLIPPED + 8 + 2 * k]!;
    const y = F[CLIPPED + 9 + 2 * k]!;
    if (nx * x + ny * y - front > radius) continue;
    const at = f + C_POINTS + POINT * points;
    const dx = x - F[p + P_X]!;
    const dy = y - F[p + P_Y]!;
    F[at] = c * dx + s * dy;
    F[at + 1] = -s * dx + c * dy;
    I[i + C_KEYS + points] = keyAt(I, CLIPPED_I + 16 + 4 * k, false);
    points++;
  }
  I[i + C_COUNT] = points;
}

/** CollideEdgePolygon when a side of the polygon is the reference face: clips the edge. */
export function clipEdge(
  F: Float64Array,
  I: Int32Array,
  f: int,
  i: int,
  edge: int,
  p: int,
  count: int,
  side: int,
  radius: number,
): void {
  F[CLIPPED] = F[edge + K_X]!;
  F[CLIPPED + 1] = F[edge + K_Y]!;
  F[CLIPPED + 2] = F[edge + CORNER + K_X]!;
  F[CLIPPED + 3] = F[edge + CORNER + K_Y]!;
  setFeatures(I, CLIPPED_I, 0, VERTEX, side, FACE);
  setFeatures(I, CLIPPED_I + 4, 0, VERTEX, side, FACE);
  const next = side + 1 < count ? side + 1 : 0;
  const from = TURNED + 4 * side;
  const to = TURNED + 4 * next;
  const nx = F[from + 2]!;
  const ny = F[from + 3]!;
  if (clipSides(F, I, nx, ny, F[from]!, F[from + 1]!, F[to]!, F[to + 1]!, side, next) < 2) return;
  const corner = p + P_CORNERS + CORNER * side;
  I[i + C_TYPE] = FACE_B;
  F[f + C_LOCAL_NX] = F[corner + K_NX]!;
  F[f + C_LOCAL_NY] = F[corner + K_NY]!;
  F[f + C_LOCAL_X] = F[corner + K_X]!;
  F[f + C_LOCAL_Y] = F[corner + K_Y]!;
  let points = 0;
  const front = nx * F[from]! + ny * F[from + 1]!;
  for (let k = 0; k < 2; k++) {
    const x = F[CLIPPED + 8 + 2 * k]!;
    const y = F[CLIPPED + 9 + 2 * k]!;
    if (nx * x + ny * y - front > radius) continue;
    const at = f + C_POINTS + POINT * points;
    F[at] = x;
    F[at + 1] = y;
    I[i + C_KEYS + points] = keyAt(I, CLIPPED_I + 16 + 4 * k, true);
    points++;
  }
  I[i + C_COUNT] = points;
}

/** Clips the pair at CLIPPED against both ends of a reference face with this normal; the points left are at CLIPPED + 8. */
function clipSides(
  F: Float64Array,
  I: Int32Array,
  nx: number,
  ny: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  corner1: int,
  corner2: int,
): int {
  const tx = ny;
  const ty = -nx;
  if (clip(F, I, CLIPPED, CLIPPED_I, CLIPPED + 4, CLIPPED_I + 8, tx, ty, tx * x1 + ty * y1, corner1) < 2) return 0;
  return clip(F, I, CLIPPED + 4, CLIPPED_I + 8, CLIPPED + 8, CLIPPED_I + 16, -tx, -ty, -tx * x2 + -ty * y2, corner2);
}
