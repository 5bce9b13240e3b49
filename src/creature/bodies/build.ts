import { atan2 } from '../../math/portable.ts';
import type { Joint, Part, Point } from '../body-plan.ts';

type PartOptions = Pick<Part, 'role'> & Partial<Pick<Part, 'density' | 'friction' | 'layer' | 'eye'>>;

const FRICTION = 0.8;

/**
 * A straight limb between two joints that tapers from one width to another, metres. In its own frame it lies along y, with
 * `from` at the upper end and `to` at the lower.
 */
export function limb(name: string, from: Point, to: Point, widths: readonly [number, number], rest: PartOptions): Part {
  const dx = from[0] - to[0];
  const dy = from[1] - to[1];
  const half = Math.sqrt(dx * dx + dy * dy) / 2;
  const [top, bottom] = [widths[0] / 2, widths[1] / 2];
  return {
    name,
    shape: {
      kind: 'polygon',
      vertices: [
        [-bottom, -half],
        [bottom, -half],
        [top, half],
        [-top, half],
      ],
    },
    position: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
    angle: atan2(-dx, dy),
    density: 1,
    friction: FRICTION,
    layer: 0,
    ...rest,
  };
}

/** A part from its corners in the world, counter-clockwise. Its frame is at `position` with angle 0. */
export function plate(name: string, position: Point, corners: readonly Point[], rest: PartOptions): Part {
  const vertices = corners.map(([x, y]): [number, number] => [x - position[0], y - position[1]]);
  return {
    name,
    shape: { kind: 'polygon', vertices },
    position: [position[0], position[1]],
    angle: 0,
    density: 1,
    friction: FRICTION,
    layer: 0,
    ...rest,
  };
}

/** An octagon of the full width and height `size`, turned by `angle`. */
export function oval(name: string, centre: Point, size: readonly [number, number], rest: PartOptions, angle = 0): Part {
  const [x, y] = [size[0] / 2, size[1] / 2];
  const [nearX, nearY] = [0.45 * x, 0.45 * y];
  return {
    name,
    shape: {
      kind: 'polygon',
      vertices: [
        [-nearX, -y],
        [nearX, -y],
        [x, -nearY],
        [x, nearY],
        [nearX, y],
        [-nearX, y],
        [-x, nearY],
        [-x, -nearY],
      ],
    },
    position: [centre[0], centre[1]],
    angle,
    density: 1,
    friction: FRICTION,
    layer: 0,
    ...rest,
  };
}

/** Position in the world (m), limits (rad), largest torque (N·m) and largest speed (rad/s) of a joint. */
interface HingeOptions {
  anchor: Point;
  limits: [number, number];
  torque: number;
  speed: number;
}

/** The joint that connects `child` to `parent`. */
export function hinge(name: string, parent: string, child: string, { anchor, ...motion }: HingeOptions): Joint {
  return { name, parent, child, anchor: [anchor[0], anchor[1]], ...motion };
}
