import type { Part, Point } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';

/** Distance of corners that count as one, metres: the editor rounds to millimetres. */
const TOLERANCE = 0.005;

/**
 * How many times as large a part is as `model`, by their corners: those of the model that are needed have to be corners of
 * the part, in its own frame and at its scale, but for `spare` of them. Undefined for a part of another role or shape.
 */
export function scaleFrom(
  model: Part,
  part: Part,
  isNeeded: (corner: Point) => boolean,
  spare = 0,
): number | undefined {
  if (part.role !== model.role || part.shape.kind !== model.shape.kind || part.shape.kind === 'circle')
    return undefined;
  const needed = corners(model.shape).filter(isNeeded);
  const own = corners(part.shape);
  const isCorner = (x: number, y: number) => own.some((each) => Math.hypot(each[0] - x, each[1] - y) < TOLERANCE);
  const largest = Math.max(...needed.map(([x, y]) => Math.hypot(x, y)));
  const pivot = needed.filter(([x, y]) => Math.hypot(x, y) > largest / 2);
  const scales = pivot.flatMap(([x, y]) => own.map((each) => Math.hypot(each[0], each[1]) / Math.hypot(x, y)));
  return scales.find((scale) => needed.filter(([x, y]) => !isCorner(x * scale, y * scale)).length <= spare);
}
