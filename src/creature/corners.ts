import type { Point, Shape } from './body-plan.ts';

/** The corners of a box or polygon in its part's frame; none for a circle. */
export function corners(shape: Shape): readonly Point[] {
  if (shape.kind === 'circle') return [];
  if (shape.kind === 'polygon') return shape.vertices;
  const x = shape.width / 2;
  const y = shape.height / 2;
  return [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ];
}
