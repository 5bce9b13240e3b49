import type { int } from '../../math/int.ts';
import { ANGULAR_SLOP, SKIN } from './constants.ts';
import { C_COUNT, CONVEX_AFTER, CONVEX_BEFORE, HAS_AFTER, HAS_BEFORE } from './contact-slots.ts';
import { clipEdge, clipPolygon } from './edge-polygon-clip.ts';
import {
  CORNER,
  K_NX,
  K_NY,
  K_OFFSET,
  K_X,
  K_Y,
  P_CENTROID_X,
  P_CENTROID_Y,
  P_CORNERS,
  P_COS,
  P_RADIUS,
  P_SIN,
  P_X,
  P_Y,
  TURNED,
} from './slots.ts';

/**
 * CollideEdgePolygon: the manifold of a piece of the line, whose corner is at `edge`, and the polygon of the part at `p`, into
 * the contact at `f` and `i`. The line's frame is the world's, so the part's corners are turned to the world.
 */
export function collideEdgePolygon(
  F: Float64Array,
  I: Int32Array,
  f: int,
  i: int,
  edge: int,
  kind: int,
  p: int,
  count: int,
): void {
  const s = F[p + P_SIN]!;
  const c = F[p + P_COS]!;
  const px = F[p + P_X]!;
  const py = F[p + P_Y]!;
  const cx = c * F[p + P_CENTROID_X]! - s * F[p + P_CENTROID_Y]! + px;
  const cy = s * F[p + P_CENTROID_X]! + c * F[p + P_CENTROID_Y]! + py;
  const before = edge - CORNER;
  const after = edge + CORNER;
  const hasBefore = (kind & HAS_BEFORE) !== 0;
  const hasAfter = (kind & HAS_AFTER) !== 0;
  const convexBefore = (kind & CONVEX_BEFORE) !== 0;
  const convexAfter = (kind & CONVEX_AFTER) !== 0;

  // On which side of the line the centroid is: over a convex corner the neighbour's side suffices, in a concave one both count.
  let isFront = isInFront(F, edge, cx, cy);
  if (hasBefore && !convexBefore) isFront = isFront && isInFront(F, before, cx, cy);
  if (hasAfter && !convexAfter) isFront = isFront && isInFront(F, after, cx, cy);
  if (hasBefore && convexBefore) isFront = isFront || isInFront(F, before, cx, cy);
  if (hasAfter && convexAfter) isFront = isFront || isInFront(F, after, cx, cy);

  const x1 = F[edge + K_X]!;
  const y1 = F[edge + K_Y]!;
  const x2 = F[after + K_X]!;
  const y2 = F[after + K_Y]!;
  const side = isFront ? 1 : -1;
  const nx = side * F[edge + K_NX]!;
  const ny = side * F[edge + K_NY]!;
  const radius = F[p + P_RADIUS]! + SKIN;
  I[i + C_COUNT] = 0;

  // The edge as the separating axis.
  let edgeSeparation = Number.POSITIVE_INFINITY;
  const offset = nx * x1 + ny * y1;
  const corners = p + P_CORNERS;
  for (let k = 0; k < count; k++) {
    const v = corners + CORNER * k;
    const t = TURNED + 4 * k;
    const x = c * F[v + K_X]! - s * F[v + K_Y]! + px;
    const y = s * F[v + K_X]! + c * F[v + K_Y]! + py;
    F[t] = x;
    F[t + 1] = y;
    const separation = nx * x + ny * y - offset;
    if (separation < edgeSeparation) edgeSeparation = separation;
  }
  if (edgeSeparation > radius) return;
  for (let k = 0; k < count; k++) {
    const v = corners + CORNER * k;
    const t = TURNED + 4 * k;
    F[t + 2] = c * F[v + K_NX]! - s * F[v + K_NY]!;
    F[t + 3] = s * F[v + K_NX]! + c * F[v + K_NY]!;
  }

  // The polygon's sides as separating axes, within the limits that the neighbours of the edge set.
  let lower = edge;
  let lowerSign = 1;
  let upper = edge;
  let upperSign = 1;
  if (isFront) {
    if (!hasBefore) lowerSign = -1;
    else if (convexBefore) lower = before;
    if (!hasAfter) upperSign = -1;
    else if (convexAfter) upper = after;
  } else {
    if (hasAfter) {
      lowerSign = -1;
      if (!convexAfter) lower = after;
    }
    if (hasBefore) {
      upperSign = -1;
      if (!convexBefore) upper = before;
    }
  }
  const lowerLimit = lowerSign * F[lower + K_NX]! * nx + lowerSign * F[lower + K_NY]! * ny;
  const upperLimit = upperSign * F[upper + K_NX]! * nx + upperSign * F[upper + K_NY]! * ny;
  let polygonSeparation = Number.NEGATIVE_INFINITY;
  let polygonSide = -1;
  for (let k = 0; k < count; k++) {
    const t = TURNED + 4 * k;
    const ax = -F[t + 2]!;
    const ay = -F[t + 3]!;
    const at = ax * F[t]! + ay * F[t + 1]!;
    const s1 = at - (ax * x1 + ay * y1);
    const s2 = at - (ax * x2 + ay * y2);
    const separation = Math.min(s1, s2);
    if (separation > radius) return;
    const limit = ax * -ny + ay * nx >= 0 ? upperLimit : lowerLimit;
    if (ax * nx + ay * ny - limit < -ANGULAR_SLOP) continue;
    if (separation > polygonSeparation) {
      polygonSide = k;
      polygonSeparation = separation;
    }
  }
  if (polygonSide >= 0 && polygonSeparation > 0.98 * edgeSeparation + 0.001)
    clipEdge(F, I, f, i, edge, p, count, polygonSide, radius);
  else clipPolygon(F, I, f, i, edge, isFront, p, count, nx, ny, radius);
}

function isInFront(F: Float64Array, corner: int, x: number, y: number): boolean {
  return F[corner + K_NX]! * x + F[corner + K_NY]! * y - F[corner + K_OFFSET]! >= 0;
}
