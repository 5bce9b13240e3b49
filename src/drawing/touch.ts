import { signedDistance, toLocal, toWorld } from '../creature/anatomy.ts';
import type { Part, Point } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import { corners } from '../creature/corners.ts';
import type { Drawing } from './drawing.ts';
import { tidyPoint } from './transform.ts';

/** Distance of a point in the world from a part, metres; negative inside. */
export const distanceFrom = (part: Part, point: Point): number => signedDistance(part, toLocal(part, point));

/** Distance of two points, metres. */
export const distance = (a: Point, b: Point): number =>
  Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));

/** Points all along a part's outline and its middle, in the world. */
export function outlineOf(part: Part): Point[] {
  const { shape } = part;
  const local: Point[] =
    shape.kind === 'circle'
      ? CIRCLE.map(([x, y]) => [x * shape.radius, y * shape.radius])
      : corners(shape).flatMap(([x, y], i, all) => {
          const [nextX, nextY] = all[(i + 1) % all.length]!;
          return SHARES.map((share): Point => [x + share * (nextX - x), y + share * (nextY - y)]);
        });
  return [...local, [0, 0] as const].map((point) => toWorld(part, point));
}
const SHARES = [0, 0.25, 0.5, 0.75];
/** Twelve directions. */
const H = Math.sqrt(3) / 2;
const CIRCLE: Point[] = [
  ...([
    [1, 0],
    [H, 0.5],
    [0.5, H],
    [0, 1],
    [-0.5, H],
    [-H, 0.5],
  ] as Point[]),
  ...([
    [-1, 0],
    [-H, -0.5],
    [-0.5, -H],
    [0, -1],
    [0.5, -H],
    [H, -0.5],
  ] as Point[]),
];

/** The uppermost part at a point of the drawing, as it is drawn: the front layer first. `slack` in metres. */
export function partAt({ parts }: Pick<Drawing, 'parts'>, point: Point, slack = 0): Part | undefined {
  let best: Part | undefined;
  for (const part of parts) {
    if (distanceFrom(part, point) <= slack && (best === undefined || part.layer > best.layer)) best = part;
  }
  return best;
}

/** Points tried along each side of the place where two parts overlap. */
const GRID = 12;

/** The middle of the place where two parts overlap; undefined when they do not. */
export function touchPoint(a: Part, b: Part): Point | undefined {
  const [p, q] = [boundsOf([a]), boundsOf([b])];
  const [left, bottom] = [Math.max(p.left, q.left), Math.max(p.bottom, q.bottom)];
  const [width, height] = [Math.min(p.right, q.right) - left, Math.min(p.top, q.top) - bottom];
  if (width < 0 || height < 0) return undefined;
  const common: Point[] = [];
  for (let i = 0; i <= GRID; i++) {
    for (let j = 0; j <= GRID; j++) {
      const point: Point = [left + (width * i) / GRID, bottom + (height * j) / GRID];
      if (distanceFrom(a, point) <= 0 && distanceFrom(b, point) <= 0) common.push(point);
    }
  }
  if (common.length === 0) return undefined;
  // The overlap is convex, so its middle is in both.
  const mean = (axis: 0 | 1) => common.reduce((sum, point) => sum + point[axis], 0) / common.length;
  return tidyPoint([mean(0), mean(1)]);
}
