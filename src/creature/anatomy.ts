import { cos, sin } from '../math/portable.ts';
import type { BodyPlan, Joint, Part, Point } from './body-plan.ts';
import { corners } from './corners.ts';
import { signedArea } from './polygon.ts';

/** Mass of a part, kg. */
export function massOf({ shape, density }: Part): number {
  const area = shape.kind === 'circle' ? Math.PI * shape.radius * shape.radius : signedArea(corners(shape));
  return area * density;
}

/** Mass of all parts, kg. */
export const totalMass = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + massOf(part), 0);

/** World position of a point in a part's own frame while the creature stands at the origin. */
export function toWorld({ position, angle }: Part, [x, y]: Point): Point {
  const [c, s] = [cos(angle), sin(angle)];
  return [position[0] + c * x - s * y, position[1] + s * x + c * y];
}

/** Position in a part's own frame of a point in the world while the creature stands at the origin. */
export function toLocal({ position, angle }: Part, [x, y]: Point): Point {
  const [c, s] = [cos(angle), sin(angle)];
  const [dx, dy] = [x - position[0], y - position[1]];
  return [c * dx + s * dy, c * dy - s * dx];
}

/** Height of a part's lowest point while the creature stands at the origin, metres. */
export function lowestHeight(part: Part): number {
  if (part.shape.kind === 'circle') return part.position[1] - part.shape.radius;
  return Math.min(...corners(part.shape).map((corner) => toWorld(part, corner)[1]));
}

/** Height of the lowest point of all parts, metres. */
export const lowestPoint = (parts: readonly Part[]): number => Math.min(...parts.map(lowestHeight));

/** The part of that name and all parts that joints connect below it. */
export function subtree(plan: BodyPlan, name: string): Part[] {
  const here = plan.parts.filter((part) => part.name === name);
  return [...here, ...plan.joints.filter(({ parent }) => parent === name).flatMap(({ child }) => subtree(plan, child))];
}

/** The joints between the root and the part of that name, in this order. */
export function jointPath(plan: BodyPlan, name: string): Joint[] {
  const last = plan.joints.find(({ child }) => child === name);
  return last === undefined ? [] : [...jointPath(plan, last.parent), last];
}

/** Distance of a point in a part's own frame from the part, metres: negative inside. Near a corner it is a lower bound. */
export function signedDistance({ shape }: Part, [x, y]: Point): number {
  if (shape.kind === 'circle') return Math.sqrt(x * x + y * y) - shape.radius;
  const points = corners(shape);
  return points.reduce((most, [x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length]!;
    const [ex, ey] = [x1 - x0, y1 - y0];
    return Math.max(most, ((x - x0) * ey - (y - y0) * ex) / Math.sqrt(ex * ex + ey * ey));
  }, Number.NEGATIVE_INFINITY);
}
