import { limb } from '../creature/bodies/build.ts';
import type { Joint, Part, Point, Shape } from '../creature/body-plan.ts';
import { mirrorName } from '../creature/legs.ts';
import { connected } from './connected.ts';
import { type Drawing, freeName, partOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { eyeOn } from './eye.ts';
import { freePairName, hasMate } from './pairs.ts';
import { distanceFrom, partAt, touchPoint } from './touch.ts';
import { tidy, tidyPart, tidyPoint } from './transform.ts';

/** What a new joint is like: as strong as those of a creature of 10 to 20 kg, N·m and rad/s. */
const TORQUE = 40;
const SPEED = 5;
/** Limits of a hip, and of a knee, which bends backwards only: legs that fold forwards learn to walk on their shins. */
const HIP_LIMITS: [number, number] = [-0.7, 0.7];
const KNEE_LIMITS: [number, number] = [-0.9, 0];

const DENSITY = { torso: 5, limb: 1, foot: 1 } as const;
const FRICTION = 0.8;

/** A limb that begins this near to a part is joined to it, metres. */
const SLACK = 0.02;

/** How much narrower the far end of a limb is. */
const TAPER = 0.75;

/** A joint as a drawing begins with: `child` hangs on `parent` at `anchor`. */
export function newJoint(drawing: Pick<Drawing, 'joints'>, parent: Part, child: Part, anchor: Point): Joint {
  return {
    name: freeName(drawing.joints, `${child.name.slice(0, 34)} joint`),
    parent: parent.name,
    child: child.name,
    anchor: tidyPoint(anchor),
    limits: [...(parent.role === 'torso' ? HIP_LIMITS : KNEE_LIMITS)],
    torque: TORQUE,
    speed: SPEED,
  };
}

/** Where a new part meets parts that are not connected with each other, the uppermost of each piece. */
function meetings(drawing: Drawing, part: Part, ends: readonly Point[]): { other: Part; at: Point }[] {
  const found: { other: Part; at: Point }[] = [];
  const isNew = ({ name }: Part) => found.every(({ other }) => !connected(drawing, other.name).has(name));
  for (const at of ends) {
    const other = partAt(drawing, at, SLACK);
    if (other && isNew(other)) found.push({ other, at });
  }
  if (ends.length > 0) return found;
  for (const other of [...drawing.parts].sort((a, b) => b.layer - a.layer)) {
    const at = isNew(other) ? touchPoint(part, other) : undefined;
    if (at) found.push({ other, at });
  }
  return found;
}

/** Whether a part that meets another reaches further down than it: then it is one to stand on. */
const reachesDown = (part: Part, at: Point, ends: readonly Point[]) =>
  ends.length > 0 ? ends.some(([, y]) => y < at[1] - 0.05) : part.position[1] < at[1] - 0.05;

/** The edit that adds a part joined with what it meets at `ends`, or anywhere if there are none; of a pair, on both sides. */
function addEdit(drawing: Drawing, part: Part, base: string, ends: readonly Point[], isAlike: boolean): Edit {
  const hasTorso = drawing.parts.some(({ role }) => role === 'torso');
  const met = meetings(drawing, part, ends);
  const host = met[0]?.other;
  const isPair = isAlike && host !== undefined && hasMate(drawing.parts, host.name);
  const name = isPair ? freePairName([...drawing.parts, ...drawing.joints], base) : freeName(drawing.parts, base);
  const role = !hasTorso ? 'torso' : host && reachesDown(part, met[0]!.at, ends) ? 'foot' : 'limb';
  const layer = host?.role === 'torso' || !host ? 0 : host.layer;
  const eye = role === 'torso' ? { eye: eyeOn(part.shape) } : {};
  const added: Part = { ...part, name, role, density: DENSITY[role], layer, ...eye };
  const joints: Joint[] = [];
  for (const { other, at } of met) {
    const pair = role === 'torso' ? ([added, other] as const) : ([other, added] as const);
    joints.push(newJoint({ joints: [...drawing.joints, ...joints] }, ...pair, at));
  }
  const twin: Part = { ...added, name: mirrorName(name), layer: added.layer === 1 ? -1 : added.layer === -1 ? 1 : 0 };
  const twinJoint = (joint: Joint): Joint => ({
    ...joint,
    name: mirrorName(joint.name),
    parent: mirrorName(joint.parent),
    child: mirrorName(joint.child),
  });
  const parts = isPair ? [added, twin] : [added];
  const allJoints = isPair ? [...joints.slice(0, 1), twinJoint(joints[0]!)] : joints;
  // What was the end of a leg is not, once something hangs on it.
  const freed = (isPair ? [host.name, mirrorName(host.name)] : host ? [host.name] : []).filter(
    (each) => role === 'foot' && partOf(drawing, each).role === 'foot',
  );
  return {
    kind: 'all',
    edits: [
      ...(freed.length > 0 ? [{ kind: 'part', names: freed, to: { role: 'limb' } } as const] : []),
      { kind: 'add', parts, joints: allJoints },
    ],
  };
}

const plain = (shape: Shape, position: Point): Part => ({
  ...{ name: '', shape, position: tidyPoint(position), angle: 0 },
  ...{ density: 1, friction: FRICTION, role: 'limb', layer: 0 },
});

/** A limb with its ends and its width in metres, joined with what its ends lie in. The wide end is the joined one. */
export function limbEdit(drawing: Drawing, from: Point, to: Point, width: number, isAlike = true): Edit {
  const isIn = (point: Point) => partAt(drawing, point, SLACK) !== undefined;
  const [start, end] = isIn(from) || !isIn(to) ? [from, to] : [to, from];
  const part = tidyPart(limb('limb', start, end, [width, TAPER * width], { role: 'limb' }));
  return addEdit(drawing, part, 'limb', [start, end], isAlike);
}

/** A box with two opposite corners. */
export function boxEdit(drawing: Drawing, from: Point, to: Point, isAlike = true): Edit {
  const [width, height] = [tidy(Math.abs(to[0] - from[0])), tidy(Math.abs(to[1] - from[1]))];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return addEdit(drawing, plain({ kind: 'box', width, height }, middle), 'box', [], isAlike);
}

export function circleEdit(drawing: Drawing, middle: Point, radius: number, isAlike = true): Edit {
  return addEdit(drawing, plain({ kind: 'circle', radius: tidy(radius) }, middle), 'circle', [], isAlike);
}

/** A polygon by corners in the world, counter-clockwise and convex. */
export function polygonEdit(drawing: Drawing, corners: readonly Point[], isAlike = true): Edit {
  const mean = (axis: 0 | 1) => tidy(corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length);
  const middle: Point = [mean(0), mean(1)];
  const vertices = corners.map(([x, y]) => tidyPoint([x - middle[0], y - middle[1]]));
  return addEdit(drawing, plain({ kind: 'polygon', vertices }, middle), 'shape', [], isAlike);
}

/** The edit that joins two parts where they overlap, or at `at`. Throws an Error when it cannot. */
export function joinEdit(drawing: Drawing, a: string, b: string, at?: Point): Edit {
  const [one, other] = [partOf(drawing, a), partOf(drawing, b)];
  if (connected(drawing, a).has(b)) throw new Error(`the ${a} and the ${b} are connected already`);
  const anchor = at ?? touchPoint(one, other);
  if (anchor === undefined) throw new Error(`the ${a} and the ${b} do not touch: move them together first`);
  const [parent, child] =
    other.role === 'torso' || (one.role !== 'torso' && distanceFrom(one, anchor) > distanceFrom(other, anchor))
      ? [other, one]
      : [one, other];
  return { kind: 'add', parts: [], joints: [newJoint(drawing, parent, child, anchor)] };
}
