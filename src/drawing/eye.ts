import type { Part, Shape } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import { tidy, tidyPoint } from './transform.ts';

/** An eye at the upper front of a shape, so that one sees where the creature looks. */
export function eyeOn(shape: Shape): NonNullable<Part['eye']> {
  if (shape.kind === 'circle') {
    const r = shape.radius;
    return { position: tidyPoint([0.45 * r, 0.3 * r]), radius: Math.max(0.02, tidy(0.17 * r)) };
  }
  const points = corners(shape);
  const [x, y] = points.reduce((a, b) => (b[0] + 0.4 * b[1] > a[0] + 0.4 * a[1] ? b : a));
  const heights = points.map((corner) => corner[1]);
  const size = Math.min(Math.max(...heights) - Math.min(...heights), 2 * Math.abs(x));
  return { position: tidyPoint([0.62 * x, 0.32 * y]), radius: Math.max(0.02, Math.min(0.12, tidy(0.15 * size))) };
}
