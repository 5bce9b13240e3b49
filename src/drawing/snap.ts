import { toWorld } from '../creature/anatomy.ts';
import type { Point } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import type { Drawing } from './drawing.ts';
import { limbShape } from './limb-shape.ts';
import { tidyPoint } from './transform.ts';

/** How a point was found: at a hinge, at an end or a middle of a part, on the grid, or as it was. */
export interface Snapped {
  point: [number, number];
  to: 'hinge' | 'end' | 'grid' | 'none';
}

export interface SnapOptions {
  /** Distance of the grid's lines, metres; 0 for none. */
  grid: number;
  /** Greatest distance from which hinges and ends attract, metres; 0 for none. */
  reach: number;
  /** Parts that do not attract, as they move themselves. */
  except?: readonly string[];
}

const nearest = (points: readonly Point[], [x, y]: Point, reach: number): Point | undefined => {
  const away = ([a, b]: Point) => (a - x) * (a - x) + (b - y) * (b - y);
  const best = points.reduce<Point | undefined>((a, b) => (a === undefined || away(b) < away(a) ? b : a), undefined);
  return best && away(best) <= reach * reach ? best : undefined;
};

/** The nearest line of a grid, metres; the value itself for a grid of 0. */
export const onGrid = (value: number, grid: number): number => (grid === 0 ? value : Math.round(value / grid) * grid);

/** Moves a point to the nearest hinge, else to the nearest end, corner or middle of a part, else to the grid. */
export function snap({ parts, joints }: Drawing, point: Point, { grid, reach, except = [] }: SnapOptions): Snapped {
  const others = parts.filter(({ name }) => !except.includes(name));
  const hinges = joints.filter(({ child }) => !except.includes(child)).map(({ anchor }) => anchor);
  const hinge = nearest(hinges, point, reach);
  if (hinge) return { point: tidyPoint(hinge), to: 'hinge' };
  const places = others.flatMap((part) => {
    const ends = limbShape(part);
    const own = ends ? [ends.from, ends.to] : corners(part.shape).map((corner) => toWorld(part, corner));
    return [...own, part.position];
  });
  const end = nearest(places, point, reach);
  if (end) return { point: tidyPoint(end), to: 'end' };
  return { point: tidyPoint([onGrid(point[0], grid), onGrid(point[1], grid)]), to: grid === 0 ? 'none' : 'grid' };
}
