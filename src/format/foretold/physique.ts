import type { BodyPlan, Part, Point } from '../../creature/body-plan.ts';
import { corners } from '../../creature/corners.ts';
import { socketsOf } from '../skeleton.ts';
import { minus } from './vectors.ts';

/** What a part's motion depends on. */
export interface Bulk {
  /** 1/kg, and 1/(kg·m²) about the centre of mass. */
  inverseMass: number;
  inverseInertia: number;
  /** Centre of mass in the part's own frame, metres. */
  centre: Point;
  /** Corners as seen from the centre of mass; none for a circle. */
  corners: readonly Point[];
  /** Of a circle, metres; 0 for all others. */
  radius: number;
  friction: number;
}

/** A joint between two parts, and what the solver has pushed with in the last step. */
export interface Hinge {
  /** Index of the joint in the plan. */
  joint: number;
  parent: number;
  child: number;
  /** Where it sits, from each part's centre of mass, in that part's frame. */
  sockets: readonly [Point, Point];
  /** Angle of child against parent as the creature stands, and how far it may go from there, radians. */
  rest: number;
  limits: readonly [number, number];
  /** N·m and rad/s. */
  torque: number;
  speed: number;
  /** N·s at the hinge, N·m·s of the limit and of the motor. */
  pull: { x: number; y: number };
  stop: number;
  drive: number;
  /** Which limit it is at: -1 the lower, 1 the upper, 0 none. */
  side: number;
}

/**
 * Polygons by the sum over the triangles between the origin and each edge. Not by `creature/anatomy.ts`: each of these sums belongs
 * to the format to its last bit, and a change of that file would make recordings unreadable.
 */
function bulkOf(part: Part): Bulk {
  const { shape, density, friction } = part;
  if (shape.kind === 'circle') {
    const { radius } = shape;
    const mass = density * Math.PI * radius * radius;
    const inertia = (mass * radius * radius) / 2;
    return { inverseMass: 1 / mass, inverseInertia: 1 / inertia, centre: [0, 0], corners: [], radius, friction };
  }
  const points = corners(shape);
  let [area, cx, cy, second] = [0, 0, 0, 0];
  points.forEach(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length] as Point;
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    cx += ((x0 + x1) * cross) / 6;
    cy += ((y0 + y1) * cross) / 6;
    second += ((x0 * x0 + x0 * x1 + x1 * x1 + y0 * y0 + y0 * y1 + y1 * y1) * cross) / 12;
  });
  const centre: Point = [cx / area, cy / area];
  const inertia = density * (second - area * (centre[0] * centre[0] + centre[1] * centre[1]));
  return {
    inverseMass: 1 / (density * area),
    inverseInertia: 1 / inertia,
    centre,
    corners: points.map((point) => minus(point, centre)),
    radius: 0,
    friction,
  };
}

/**
 * The joints as Box2D meets them when it gathers what hangs together: from the part made last, the joint made last first.
 * In which order a solver goes through them shows in its result.
 */
function inTurn(hinges: readonly Hinge[], last: number): Hinge[] {
  const met = new Set([last]);
  const waiting = [last];
  const order = new Set<Hinge>();
  while (waiting.length > 0) {
    const at = waiting.pop() as number;
    for (const hinge of hinges.toReversed()) {
      if (order.has(hinge) || (hinge.parent !== at && hinge.child !== at)) continue;
      order.add(hinge);
      const other = hinge.parent === at ? hinge.child : hinge.parent;
      if (!met.has(other)) waiting.push(other);
      met.add(other);
    }
  }
  return [...order];
}

/** The masses and joints of a body, the joints in the solver's order and at rest. */
export function physiqueOf({ parts, joints }: BodyPlan): { bulks: Bulk[]; hinges: Hinge[] } {
  const bulks = parts.map(bulkOf);
  const index = new Map(parts.map(({ name }, i) => [name, i]));
  const hinges = joints.map((own, joint): Hinge => {
    const { parent, child, limits, torque, speed } = own;
    const [p, c] = [index.get(parent) as number, index.get(child) as number];
    const [from, to] = [parts[p] as Part, parts[c] as Part];
    const [there, here] = socketsOf(own, from, to);
    return {
      joint,
      parent: p,
      child: c,
      sockets: [minus(there, (bulks[p] as Bulk).centre), minus(here, (bulks[c] as Bulk).centre)],
      rest: to.angle - from.angle,
      limits,
      torque,
      speed,
      pull: { x: 0, y: 0 },
      stop: 0,
      drive: 0,
      side: 0,
    };
  });
  return { bulks, hinges: inTurn(hinges, parts.length - 1) };
}
