import type { Point } from '../../creature/body-plan.ts';
import { EPSILON, LINEAR_SLOP } from './constants.ts';
import { MAX_CORNERS } from './slots.ts';

/** A convex polygon as planck's PolygonShape keeps it. */
export interface Polygon {
  corners: Point[];
  /** Outward normal of the side that begins at each corner. */
  normals: Point[];
  centroid: Point;
}

/** PolygonShape.setAsBox, without rotation, with its corners in the order of Box2D's (`box` in sim/build-world.ts). */
export function boxPolygon(width: number, height: number, x = 0, y = 0): Polygon {
  const [right, top] = [width / 2, height / 2];
  const corners: Point[] = [
    [-right + x, -top + y],
    [right + x, -top + y],
    [right + x, top + y],
    [-right + x, top + y],
  ];
  const normals: Point[] = [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ];
  return { corners, normals, centroid: [x, y] };
}

/** PolygonShape._set: the convex hull, counter-clockwise. Undefined where planck would make a box of 2 m instead. */
export function polygonOf(vertices: readonly Point[]): Polygon | undefined {
  const points: Point[] = [];
  for (const [x, y] of vertices.slice(0, MAX_CORNERS)) {
    const isNear = points.some(
      ([px, py]) => (x - px) * (x - px) + (y - py) * (y - py) < 0.25 * LINEAR_SLOP * LINEAR_SLOP,
    );
    if (!isNear) points.push([x, y]);
  }
  const corners = points.length < 3 ? [] : hull(points);
  if (corners.length < 3) return undefined;
  const normals = corners.map((corner, i) => normal(corner, corners[i + 1 < corners.length ? i + 1 : 0]!));
  return { corners, normals, centroid: centroidOf(corners) };
}

/** Gift wrapping from the rightmost point, the lowest of several. */
function hull(points: readonly Point[]): Point[] {
  let start = 0;
  for (let i = 1; i < points.length; i++) {
    const [x, y] = points[i]!;
    const [startX, startY] = points[start]!;
    if (x > startX || (x === startX && y < startY)) start = i;
  }
  const found: Point[] = [];
  let at = start;
  // A point is at most once on the hull; planck would never end otherwise.
  do {
    const [x, y] = points[at]!;
    found.push(points[at]!);
    let next = 0;
    for (let j = 1; j < points.length; j++) {
      if (next === at) {
        next = j;
        continue;
      }
      const [rx, ry] = [points[next]![0] - x, points[next]![1] - y];
      const [vx, vy] = [points[j]![0] - x, points[j]![1] - y];
      const turn = rx * vy - ry * vx;
      if (turn < 0 || (turn === 0 && vx * vx + vy * vy > rx * rx + ry * ry)) next = j;
    }
    at = next;
  } while (at !== start && found.length <= points.length);
  return found.length > points.length ? [] : found;
}

function normal([x1, y1]: Point, [x2, y2]: Point): Point {
  const [x, y] = [y2 - y1, -1 * (x2 - x1)];
  const length = Math.sqrt(x * x + y * y);
  if (length < EPSILON) return [x, y];
  const inverse = 1 / length;
  return [x * inverse, y * inverse];
}

/** planck's computeCentroid: by triangles from the frame's origin. */
function centroidOf(corners: readonly Point[]): Point {
  let [sumX, sumY, area] = [0, 0, 0];
  for (const [i, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[i + 1 < corners.length ? i + 1 : 0]!;
    const triangle = 0.5 * (x1 * y2 - y1 * x2);
    area += triangle;
    const third = triangle * (1 / 3);
    sumX += third * (x1 + x2);
    sumY += third * (y1 + y2);
  }
  const inverse = 1 / area;
  return [sumX * inverse, sumY * inverse];
}
