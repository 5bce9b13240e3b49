import type { Part, Point } from '../../creature/body-plan.ts';
import type { Polygon } from './polygon.ts';

/** A body's mass (kg), and its centre and inertia in planck's terms. */
export interface Mass {
  mass: number;
  inverseMass: number;
  inverseInertia: number;
  /** Centre of mass in the part's frame. */
  centre: Point;
}

interface ShapeMass {
  mass: number;
  centre: Point;
  /** Around the frame's origin. */
  inertia: number;
}

/** PolygonShape.computeMass: by triangles from the mean of the corners. */
function polygonMass({ corners }: Polygon, density: number): ShapeMass {
  const count = corners.length;
  let [meanX, meanY] = [0, 0];
  for (const [x, y] of corners) {
    meanX += x;
    meanY += y;
  }
  meanX = (1 / count) * meanX;
  meanY = (1 / count) * meanY;
  let [centreX, centreY, area, sum] = [0, 0, 0, 0];
  for (const [i, corner] of corners.entries()) {
    const next = corners[i + 1 < count ? i + 1 : 0]!;
    const [x1, y1] = [corner[0] - meanX, corner[1] - meanY];
    const [x2, y2] = [next[0] - meanX, next[1] - meanY];
    const cross = x1 * y2 - y1 * x2;
    const triangle = 0.5 * cross;
    area += triangle;
    const third = triangle * (1 / 3);
    centreX += third * x1 + third * x2;
    centreY += third * y1 + third * y2;
    sum += 0.25 * (1 / 3) * cross * (x1 * x1 + x2 * x1 + x2 * x2 + (y1 * y1 + y2 * y1 + y2 * y2));
  }
  const mass = density * area;
  centreX = (1 / area) * centreX;
  centreY = (1 / area) * centreY;
  const [x, y] = [centreX + meanX, centreY + meanY];
  const inertia = density * sum + mass * (x * x + y * y - (centreX * centreX + centreY * centreY));
  return { mass, centre: [x, y], inertia };
}

/** CircleShape.computeMass. */
function circleMass(radius: number, density: number): ShapeMass {
  const mass = density * Math.PI * radius * radius;
  return { mass, centre: [0, 0], inertia: mass * (0.5 * radius * radius) };
}

/** Body.resetMassData of a body with one fixture. */
export function massOf({ shape, density }: Part, polygon: Polygon | undefined): Mass {
  const none: ShapeMass = { mass: 0, centre: [0, 0], inertia: 0 };
  const found =
    shape.kind === 'circle'
      ? circleMass(shape.radius, density)
      : polygon && density !== 0
        ? polygonMass(polygon, density)
        : none;
  const hasMass = found.mass > 0;
  const mass = hasMass ? found.mass : 1;
  const inverseMass = hasMass ? 1 / mass : 1;
  const [x, y] = [0 + found.mass * found.centre[0], 0 + found.mass * found.centre[1]];
  const centre: Point = hasMass ? [inverseMass * x, inverseMass * y] : [x, y];
  const inertia = found.inertia - mass * (centre[0] * centre[0] + centre[1] * centre[1]);
  return { mass, inverseMass, inverseInertia: found.inertia > 0 ? 1 / inertia : 0, centre };
}
