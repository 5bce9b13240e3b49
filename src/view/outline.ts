import type { Joint, Part, Point, Shape } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import { corners } from '../creature/corners.ts';

/** Centimetres per metre. Shapes are drawn in centimetres, a unit fine enough for rounded corners in every renderer. */
export const CM = 100;

/** Points on each rounded corner. */
const STEPS = 5;

/** Share of the shorter edge that a corner's rounding takes. */
const SOFTNESS = 0.42;

/** The outline of a box or polygon with its corners rounded off inside the true shape: x0, y0, x1, y1, ... centimetres. */
export function roundedOutline(shape: Shape): number[] {
  const points = corners(shape);
  const at = (i: number) => points[(i + points.length) % points.length]!;
  const edge = (i: number) => Math.hypot(at(i + 1)[0] - at(i)[0], at(i + 1)[1] - at(i)[1]);
  return points.flatMap((corner, i) => {
    const reach = SOFTNESS * Math.min(edge(i - 1), edge(i));
    const towards = (other: Point): Point => {
      const length = Math.hypot(other[0] - corner[0], other[1] - corner[1]);
      return [
        corner[0] + ((other[0] - corner[0]) * reach) / length,
        corner[1] + ((other[1] - corner[1]) * reach) / length,
      ];
    };
    const [from, to] = [towards(at(i - 1)), towards(at(i + 1))];
    return Array.from({ length: STEPS + 1 }, (_, k) => {
      const t = k / STEPS;
      const bend = (a: number, b: number, c: number) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
      return [bend(from[0], corner[0], to[0]) * CM, bend(from[1], corner[1], to[1]) * CM];
    }).flat();
  });
}

/** The part of a convex outline below a height. */
export function clipBelow(points: readonly number[], level: number): number[] {
  const clipped: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    const [x, y] = [points[i]!, points[i + 1]!];
    const [nextX, nextY] = [points[next]!, points[next + 1]!];
    if (y <= level) clipped.push(x, y);
    if (y <= level !== nextY <= level) clipped.push(x + ((nextX - x) * (level - y)) / (nextY - y), level);
  }
  return clipped;
}

/** Approximate radius of the largest circle around the part's origin that fits in it, metres. */
export function innerRadius(shape: Shape): number {
  if (shape.kind === 'circle') return shape.radius;
  const points = corners(shape);
  return points.reduce((least, [x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length]!;
    const away = Math.abs(x0 * y1 - x1 * y0) / Math.hypot(x1 - x0, y1 - y0);
    return Math.min(least, away);
  }, Number.POSITIVE_INFINITY);
}

/** Position of a joint's hinge in a part's frame, metres. */
export function hingeIn({ position, angle }: Part, { anchor }: Joint): Point {
  const dx = anchor[0] - position[0];
  const dy = anchor[1] - position[1];
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
}

/** Width, height and lowest y of a creature as placed by its plan, metres. */
export function extent(parts: readonly Part[]): { width: number; height: number; bottom: number } {
  const { left, right, bottom, top } = boundsOf(parts);
  return { width: right - left, height: top - bottom, bottom };
}
