import { CM } from './outline.ts';

/** A filled shape in its part's frame, centimetres: a polygon x0, y0, x1, y1, ... or a disc. */
export type PaintedShape = ({ points: readonly number[] } | { x: number; y: number; radius: number }) & {
  colour: number;
  alpha: number;
};

/** A disc by its centre and radius in metres. */
export const paintedDisc = (x: number, y: number, radius: number, colour: number, alpha = 1): PaintedShape => {
  return { x: x * CM, y: y * CM, radius: radius * CM, colour, alpha };
};

/** Larger or smaller around the origin of its part. */
export const scaledPaint = (shape: PaintedShape, by: number): PaintedShape =>
  'points' in shape
    ? { ...shape, points: shape.points.map((each) => each * by) }
    : { ...shape, x: shape.x * by, y: shape.y * by, radius: shape.radius * by };
