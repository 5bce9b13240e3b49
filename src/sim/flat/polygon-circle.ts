import type { int } from '../../math/int.ts';
import { keyOf } from './clip.ts';
import { EPSILON, SKIN } from './constants.ts';
import { C_COUNT, C_LOCAL_NX, C_LOCAL_NY, C_TYPE, FACE_A, VERTEX } from './contact-slots.ts';
import { setPoint } from './edge-circle.ts';
import { CORNER, K_NX, K_NY, K_OFFSET, K_X, K_Y, P_RADIUS, P_X, P_Y } from './slots.ts';

/**
 * CollidePolygonCircle: the manifold of a rock or block with `count` corners from `a` on and the circle of the part at `p`, into
 * the contact at `f` and `i`.
 */
export function collidePolygonCircle(F: Float64Array, I: Int32Array, f: int, i: int, a: int, count: int, p: int): void {
  I[i + C_COUNT] = 0;
  const x = F[p + P_X]!;
  const y = F[p + P_Y]!;
  const radius = SKIN + F[p + P_RADIUS]!;
  let separation = Number.NEGATIVE_INFINITY;
  let side = 0;
  for (let k = 0; k < count; k++) {
    const v = a + CORNER * k;
    const distance = F[v + K_NX]! * x + F[v + K_NY]! * y - F[v + K_OFFSET]!;
    if (distance > radius) return;
    if (distance > separation) {
      separation = distance;
      side = k;
    }
  }
  const v1 = a + CORNER * side;
  const v2 = a + CORNER * (side + 1 < count ? side + 1 : 0);
  const x1 = F[v1 + K_X]!;
  const y1 = F[v1 + K_Y]!;
  const x2 = F[v2 + K_X]!;
  const y2 = F[v2 + K_Y]!;
  const middleX = 0.5 * x1 + 0.5 * x2;
  const middleY = 0.5 * y1 + 0.5 * y2;
  const along1 = x * x1 + y * y1;
  const along2 = x * x2 + y * y2;
  const u1 = along2 - along1 - (x1 * x2 + y1 * y2) + (x1 * x1 + y1 * y1);
  const u2 = along1 - along2 - (x2 * x1 + y2 * y1) + (x2 * x2 + y2 * y2);
  const key = keyOf(0, VERTEX, 0, VERTEX);
  I[i + C_TYPE] = FACE_A;
  const isDeep = separation < EPSILON;
  if (!isDeep && u1 <= 0) nearCorner(F, I, f, i, x, y, x1, y1, radius, key);
  else if (!isDeep && u2 <= 0) nearCorner(F, I, f, i, x, y, x2, y2, radius, key);
  else {
    const nx = F[v1 + K_NX]!;
    const ny = F[v1 + K_NY]!;
    if (!isDeep && x * nx + y * ny - (middleX * nx + middleY * ny) > radius) return;
    F[f + C_LOCAL_NX] = nx;
    F[f + C_LOCAL_NY] = ny;
    setPoint(F, I, f, i, middleX, middleY, key);
  }
}

function nearCorner(
  F: Float64Array,
  I: Int32Array,
  f: int,
  i: int,
  x: number,
  y: number,
  cornerX: number,
  cornerY: number,
  radius: number,
  key: int,
): void {
  let nx = x - cornerX;
  let ny = y - cornerY;
  const squared = nx * nx + ny * ny;
  if (squared > radius * radius) return;
  const length = Math.sqrt(squared);
  if (length > 0) {
    const inverse = 1 / length;
    nx *= inverse;
    ny *= inverse;
  }
  F[f + C_LOCAL_NX] = nx;
  F[f + C_LOCAL_NY] = ny;
  setPoint(F, I, f, i, cornerX, cornerY, key);
}
