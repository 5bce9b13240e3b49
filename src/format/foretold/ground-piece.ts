import type { Point } from '../../creature/body-plan.ts';
import type { Terrain } from '../../sim/terrain.ts';
import { minus } from './vectors.ts';

/** A straight piece of the ground as seen from some place. */
export interface Piece {
  from: Point;
  to: Point;
  /** Out of the ground, length 1. */
  normal: Point;
  length: number;
}

/** The piece of that index, as seen from a place; it must have a length. */
export function pieceFrom({ points }: Terrain, index: number, [x, y]: Point): Piece {
  const from: Point = [(points[2 * index] as number) - x, (points[2 * index + 1] as number) - y];
  const to: Point = [(points[2 * index + 2] as number) - x, (points[2 * index + 3] as number) - y];
  const [ex, ey] = minus(to, from);
  const length = Math.sqrt(ex * ex + ey * ey);
  return { from, to, normal: [-ey / length, ex / length], length };
}
