import { toWorld } from '../creature/anatomy.ts';
import { limb } from '../creature/bodies/build.ts';
import type { Part, Point } from '../creature/body-plan.ts';
import { tidyPart } from './transform.ts';

/** A limb's own measures: its ends in the world and its widths there, metres. */
export interface LimbShape {
  from: Point;
  to: Point;
  widths: readonly [number, number];
}

/** A part as a limb, if it is one: a symmetric taper along its own y; undefined for other shapes. */
export function limbShape(part: Part): LimbShape | undefined {
  if (part.shape.kind !== 'polygon' || part.shape.vertices.length !== 4) return undefined;
  const [a, b, c, d] = part.shape.vertices as unknown as [Point, Point, Point, Point];
  const isTaper = a[0] === -b[0] && c[0] === -d[0] && a[1] === b[1] && c[1] === d[1] && a[1] === -c[1];
  if (!isTaper || b[0] <= 0 || c[0] <= 0 || c[1] <= 0) return undefined;
  return { from: toWorld(part, [0, c[1]]), to: toWorld(part, [0, a[1]]), widths: [2 * c[0], 2 * b[0]] };
}

/** A limb's part with other measures. */
export function asLimb(part: Part, { from, to, widths }: LimbShape): Pick<Part, 'shape' | 'position' | 'angle'> {
  const { shape, position, angle } = tidyPart(limb(part.name, from, to, widths, { role: part.role }));
  return { shape, position, angle };
}
