import type { int } from '../../math/int.ts';
import { keyOf } from './clip.ts';
import { SKIN } from './constants.ts';
import {
  C_COUNT,
  C_KEYS,
  C_LOCAL_NX,
  C_LOCAL_NY,
  C_LOCAL_X,
  C_LOCAL_Y,
  C_POINTS,
  C_TYPE,
  CIRCLES,
  FACE,
  FACE_A,
  HAS_AFTER,
  HAS_BEFORE,
  VERTEX,
} from './contact-slots.ts';
import { CORNER, K_X, K_Y, P_RADIUS, P_X, P_Y } from './slots.ts';

/**
 * CollideEdgeCircle: the manifold of a piece of the line, whose corner is at `edge`, and the circle of the part at `p`, into
 * the contact at `f` and `i`.
 */
export function collideEdgeCircle(F: Float64Array, I: Int32Array, f: int, i: int, edge: int, kind: int, p: int): void {
  I[i + C_COUNT] = 0;
  const x = F[p + P_X]!;
  const y = F[p + P_Y]!;
  const next = edge + CORNER;
  const x1 = F[edge + K_X]!;
  const y1 = F[edge + K_Y]!;
  const x2 = F[next + K_X]!;
  const y2 = F[next + K_Y]!;
  const ex = x2 - x1;
  const ey = y2 - y1;
  const alongE = ex * x + ey * y;
  const u = ex * x2 + ey * y2 - alongE;
  const v = alongE - (ex * x1 + ey * y1);
  const radius = SKIN + F[p + P_RADIUS]!;
  if (v <= 0) {
    if (distanceSquared(x, y, x1, y1) > radius * radius) return;
    // Before this piece, if there is one, the piece before it has the contact.
    if ((kind & HAS_BEFORE) !== 0) {
      const bx = x1 - F[edge - CORNER + K_X]!;
      const by = y1 - F[edge - CORNER + K_Y]!;
      if (bx * x1 + by * y1 - (bx * x + by * y) > 0) return;
    }
    setCorner(F, I, f, i, x1, y1, 0);
    return;
  }
  if (u <= 0) {
    if (distanceSquared(x, y, x2, y2) > radius * radius) return;
    if ((kind & HAS_AFTER) !== 0) {
      const ax = F[next + CORNER + K_X]! - x2;
      const ay = F[next + CORNER + K_Y]! - y2;
      if (ax * x + ay * y - (ax * x2 + ay * y2) > 0) return;
    }
    setCorner(F, I, f, i, x2, y2, 1);
    return;
  }
  const squared = ex * ex + ey * ey;
  const nearX = (u / squared) * x1 + (v / squared) * x2;
  const nearY = (u / squared) * y1 + (v / squared) * y2;
  if (distanceSquared(x, y, nearX, nearY) > radius * radius) return;
  let nx = -1 * ey;
  let ny = 1 * ex;
  if (nx * x + ny * y - (nx * x1 + ny * y1) < 0) {
    nx = -nx;
    ny = -ny;
  }
  const length = Math.sqrt(nx * nx + ny * ny);
  if (length > 0) {
    const inverse = 1 / length;
    nx *= inverse;
    ny *= inverse;
  }
  I[i + C_TYPE] = FACE_A;
  F[f + C_LOCAL_NX] = nx;
  F[f + C_LOCAL_NY] = ny;
  setPoint(F, I, f, i, x1, y1, keyOf(0, FACE, 0, VERTEX));
}

function distanceSquared(x1: number, y1: number, x2: number, y2: number): number {
  const dx = x1 - x2;
  const dy = y1 - y2;
  return dx * dx + dy * dy;
}

/** The manifold of a circle and a corner of the line. */
function setCorner(F: Float64Array, I: Int32Array, f: int, i: int, x: number, y: number, corner: int): void {
  I[i + C_TYPE] = CIRCLES;
  F[f + C_LOCAL_NX] = 0;
  F[f + C_LOCAL_NY] = 0;
  setPoint(F, I, f, i, x, y, keyOf(corner, VERTEX, 0, VERTEX));
}

/** The only point of a circle's manifold is its centre, the origin of its part. */
export function setPoint(F: Float64Array, I: Int32Array, f: int, i: int, x: number, y: number, key: int): void {
  F[f + C_LOCAL_X] = x;
  F[f + C_LOCAL_Y] = y;
  F[f + C_POINTS] = 0;
  F[f + C_POINTS + 1] = 0;
  I[i + C_KEYS] = key;
  I[i + C_COUNT] = 1;
}
