import { cos, sin } from '../math/portable.ts';
import type { BodyPlan, Joint, Part, Point } from './body-plan.ts';
import { corners } from './corners.ts';

/** Area of a part in m² and its centre in the part's own frame. */
function bulkOf({ shape }: Part): { area: number; centre: Point } {
  if (shape.kind === 'circle') return { area: Math.PI * shape.radius * shape.radius, centre: [0, 0] };
  const points = corners(shape);
  let [area, x, y] = [0, 0, 0];
  points.forEach(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length] as Point;
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    x += ((x0 + x1) * cross) / 6;
    y += ((y0 + y1) * cross) / 6;
  });
  return { area, centre: [x / area, y / area] };
}

/** Kilograms. */
export const massOf = (part: Part): number => bulkOf(part).area * part.density;

/** A point of the part's own frame in the world, as the creature stands. */
export function inWorld({ position, angle }: Part, [x, y]: Point): Point {
  const [c, s] = [cos(angle), sin(angle)];
  return [position[0] + c * x - s * y, position[1] + s * x + c * y];
}

/** A point of the world, as the creature stands, in the part's own frame. */
export function inPart({ position, angle }: Part, [x, y]: Point): Point {
  const [c, s] = [cos(angle), sin(angle)];
  const [dx, dy] = [x - position[0], y - position[1]];
  return [c * dx + s * dy, c * dy - s * dx];
}

/** Height of a part's lowest point as the creature stands, metres. */
export function bottomOf(part: Part): number {
  if (part.shape.kind === 'circle') return part.position[1] - part.shape.radius;
  return Math.min(...corners(part.shape).map((corner) => inWorld(part, corner)[1]));
}

/** The part of that name and all that hangs on it. */
export function hangingOn(plan: BodyPlan, name: string): Part[] {
  const here = plan.parts.filter((part) => part.name === name);
  return [
    ...here,
    ...plan.joints.filter(({ parent }) => parent === name).flatMap(({ child }) => hangingOn(plan, child)),
  ];
}

/** The joints from the root down to the part of that name. */
export function wayTo(plan: BodyPlan, name: string): Joint[] {
  const last = plan.joints.find(({ child }) => child === name);
  return last === undefined ? [] : [...wayTo(plan, last.parent), last];
}

/** How far a point of a part's own frame lies outside of it, metres; below 0 inside. */
export function outside({ shape }: Part, [x, y]: Point): number {
  if (shape.kind === 'circle') return Math.sqrt(x * x + y * y) - shape.radius;
  const points = corners(shape);
  return points.reduce((most, [x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length] as Point;
    const [ex, ey] = [x1 - x0, y1 - y0];
    return Math.max(most, ((x - x0) * ey - (y - y0) * ex) / Math.sqrt(ex * ex + ey * ey));
  }, Number.NEGATIVE_INFINITY);
}
