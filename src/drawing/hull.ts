import type { Point } from '../creature/body-plan.ts';
import { tidyPoint } from './transform.ts';

/** Most corners of a polygon in the physics. */
const MAX_CORNERS = 8;
/** Corners nearer to each other than this are drawn as one, metres; the physics merges those within 2.5 mm. */
const MIN_SIDE = 0.01;

const cross = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Half of the hull of points sorted by x: Andrew's monotone chain. */
function chain(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length > 1 && cross(hull.at(-2)!, hull.at(-1)!, point) <= 1e-5) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function isFarFrom([x, y]: Point, others: readonly Point[]): boolean {
  return others.every(([a, b]) => (a - x) * (a - x) + (b - y) * (b - y) >= MIN_SIDE * MIN_SIDE);
}

/**
 * The convex polygon around points, counter-clockwise, with at most eight corners: beyond that, corners that change the outline
 * least are left out. Fewer than three when the points lie on a line.
 */
export function hullOf(points: readonly Point[]): [number, number][] {
  const apart = points.map(tidyPoint).filter((point, i, all) => isFarFrom(point, all.slice(0, i)));
  const sorted = [...apart].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const hull = [...chain(sorted), ...chain(sorted.toReversed())];
  while (hull.length > MAX_CORNERS) {
    const cost = hull.map((point, i) => Math.abs(cross(hull.at(i - 1)!, point, hull[(i + 1) % hull.length]!)));
    hull.splice(cost.indexOf(Math.min(...cost)), 1);
  }
  return hull.map(tidyPoint);
}
