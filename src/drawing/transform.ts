import type { Joint, Part, Point, Shape } from '../creature/body-plan.ts';
import type { Muscle } from '../creature/muscle.ts';
import { cos, sin } from '../math/portable.ts';
import { type Drawing, partOf } from './drawing.ts';

/** Coordinates are kept to a tenth of a millimetre, angles to a ten thousandth of a radian: files and links stay short. */
export const tidy = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 10_000)) / 10_000 + 0;

export const tidyPoint = ([x, y]: Point): [number, number] => [tidy(x), tidy(y)];

/** A part with tidy numbers. */
export function tidyPart(part: Part): Part {
  const { shape, position, angle } = part;
  return {
    ...part,
    shape: shape.kind === 'polygon' ? { ...shape, vertices: shape.vertices.map(tidyPoint) } : shape,
    position: tidyPoint(position),
    angle: tidy(angle),
  };
}

/** The same angle in (-π, π]. */
function tidyAngle(angle: number): number {
  const turns = Math.round(angle / (2 * Math.PI));
  return tidy(turns === 0 ? angle : angle - turns * 2 * Math.PI);
}

export const turnedAround = ([x, y]: Point, around: Point, by: number): Point => {
  const [c, s] = [cos(by), sin(by)];
  const [dx, dy] = [x - around[0], y - around[1]];
  return [around[0] + c * dx - s * dy, around[1] + s * dx + c * dy];
};

/**
 * Maps parts and hinges. A hinge goes with the part that hangs on it; one whose parts move apart loses its two sockets, which
 * would keep it where it was.
 */
function mapped(
  drawing: Drawing,
  names: readonly string[],
  toPart: (part: Part) => Part,
  toPoint: (point: Point) => Point,
  toSocket: (socket: Point) => Point = (socket) => socket,
): Drawing {
  for (const name of names) partOf(drawing, name);
  const joints = drawing.joints.map((joint): Joint => {
    const [parent, child] = [names.includes(joint.parent), names.includes(joint.child)];
    if (!parent && !child) return joint;
    const { sockets, ...plain } = joint;
    const anchor = child ? tidyPoint(toPoint(joint.anchor)) : joint.anchor;
    if (sockets === undefined || parent !== child) return { ...plain, anchor };
    return { ...plain, anchor, sockets: [tidyPoint(toSocket(sockets[0])), tidyPoint(toSocket(sockets[1]))] };
  });
  return { ...drawing, parts: drawing.parts.map((part) => (names.includes(part.name) ? toPart(part) : part)), joints };
}

/** @param by metres */
export function moved(drawing: Drawing, names: readonly string[], by: Point): Drawing {
  const toPoint = ([x, y]: Point): Point => [x + by[0], y + by[1]];
  return mapped(drawing, names, (part) => ({ ...part, position: tidyPoint(toPoint(part.position)) }), toPoint);
}

/** @param by radians, counter-clockwise */
export function turned(drawing: Drawing, names: readonly string[], by: number, around: Point): Drawing {
  const toPoint = (point: Point) => turnedAround(point, around, by);
  const toPart = (part: Part): Part => ({
    ...part,
    position: tidyPoint(toPoint(part.position)),
    angle: tidyAngle(part.angle + by),
  });
  return mapped(drawing, names, toPart, toPoint);
}

export function scaledShape(shape: Shape, by: number): Shape {
  if (shape.kind === 'circle') return { ...shape, radius: tidy(shape.radius * by) };
  if (shape.kind === 'box') return { ...shape, width: tidy(shape.width * by), height: tidy(shape.height * by) };
  return { ...shape, vertices: shape.vertices.map(([x, y]) => tidyPoint([x * by, y * by])) };
}

/** Anchors go with the parts they are on; a muscle between two of the parts has a new rest length. */
const scaledMuscles = (muscles: readonly Muscle[], names: readonly string[], by: number): Muscle[] =>
  muscles.map((muscle) => {
    const { from, to, anchors } = muscle;
    const [isFrom, isTo] = [names.includes(from), names.includes(to)];
    const scaledAnchor = ([x, y]: Point, isOn: boolean) => (isOn ? tidyPoint([x * by, y * by]) : tidyPoint([x, y]));
    return {
      ...muscle,
      anchors: [scaledAnchor(anchors[0], isFrom), scaledAnchor(anchors[1], isTo)],
      rest: isFrom && isTo ? tidy(muscle.rest * by) : muscle.rest,
    };
  });

export function scaled(drawing: Drawing, names: readonly string[], by: number, around: Point): Drawing {
  const toPoint = ([x, y]: Point): Point => [around[0] + (x - around[0]) * by, around[1] + (y - around[1]) * by];
  const toPart = ({ eye, ...part }: Part): Part => ({
    ...part,
    shape: scaledShape(part.shape, by),
    position: tidyPoint(toPoint(part.position)),
    ...(eye && {
      eye: { position: tidyPoint([eye.position[0] * by, eye.position[1] * by]), radius: tidy(eye.radius * by) },
    }),
  });
  const result = mapped(drawing, names, toPart, toPoint, ([x, y]) => [x * by, y * by]);
  return drawing.muscles === undefined ? result : { ...result, muscles: scaledMuscles(drawing.muscles, names, by) };
}
