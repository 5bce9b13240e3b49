import { lowestHeight, lowestPoint, toWorld } from '../creature/anatomy.ts';
import type { BodyPlan, Joint, Part, Point, Shape } from '../creature/body-plan.ts';
import { legsOf } from '../creature/legs.ts';
import { torquesNeeded } from '../creature/lint.ts';
import { muscleSlack, musclesAcross, standingLength, strengthOf } from '../creature/muscle-lint.ts';
import { thickness } from '../creature/thin.ts';
import { hanging } from './connected.ts';
import { partOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { type Remedy, theOf } from './finding.ts';
import { touchPoint } from './touch.ts';
import { tidy, tidyPoint } from './transform.ts';

/** Largest torque of a joint in a body plan, N·m, and its shortest length, m. */
const MAX_TORQUE = 10_000;

const all = (edits: readonly Edit[]): Edit => ({ kind: 'all', edits });

/** The joints that cannot hold the body up with bent legs. */
export const weakJoints = (plan: BodyPlan, gravity: number): Joint[] =>
  [...torquesNeeded(plan, gravity)].flatMap(([joint, needed]) => (strengthOf(plan, joint) < needed ? [joint] : []));

/** Weak joints get twice the torque that they need. */
export function stronger(plan: BodyPlan, gravity: number): Remedy[] {
  const needed = torquesNeeded(plan, gravity);
  const weak = weakJoints(plan, gravity);
  const strengths = new Map<string, Edit>();
  const edits = weak.flatMap((joint): Edit[] => {
    const muscles = musclesAcross(plan, joint);
    // A muscle across several joints is made as strong as the weakest of them needs.
    const times = Math.min(100, (2 * needed.get(joint)!) / Math.max(strengthOf(plan, joint), 1e-9));
    for (const { name, strength } of muscles) {
      const to = { strength: Math.min(MAX_TORQUE, Math.ceil(strength * times)) };
      const known = strengths.get(name);
      if (known?.kind !== 'muscle' || (known.to.strength ?? 0) < to.strength)
        strengths.set(name, { kind: 'muscle', names: [name], to });
    }
    if (muscles.length > 0 && strengthOf(plan, joint) > joint.torque) return [];
    const torque = Math.min(MAX_TORQUE, Math.ceil(2 * needed.get(joint)!));
    return [{ kind: 'joint', names: [joint.name], to: { torque } }];
  });
  const words =
    weak.length === 1 ? `Make the ${weak[0]!.name} strong enough` : `Make ${weak.length} joints strong enough`;
  return [{ words, edit: all([...edits, ...strengths.values()]) }];
}

/** The lowest parts that nothing hangs on become feet: the lowest of each chain. */
export function withFeet({ parts, joints }: BodyPlan): Remedy[] {
  const ends = parts.filter(({ name, role }) => role !== 'torso' && joints.every(({ parent }) => parent !== name));
  const low = lowestPoint(ends);
  const feet = ends.filter((part) => lowestHeight(part) < low + 0.1).map(({ name }) => name);
  if (feet.length === 0) return [];
  const words = feet.length === 1 ? `Make the ${feet[0]} a foot` : `Make the ${feet.length} lowest parts feet`;
  return [{ words, edit: { kind: 'part', names: feet, to: { role: 'foot' } } }];
}

/** Range that a joint without room is given, radians. */
const ROOM = 0.6;

export function withRoom(stiff: readonly Joint[]): Remedy[] {
  const edits = stiff.map(({ name, limits }): Edit => {
    const middle = (limits[0] + limits[1]) / 2;
    return { kind: 'joint', names: [name], to: { limits: [tidy(middle - ROOM), tidy(middle + ROOM)] } };
  });
  return [{ words: `Give ${theOf(stiff)} room to turn`, edit: all(edits) }];
}

/** Hinges in the air go to where their parts overlap, as far as they do. */
export function reattached(plan: BodyPlan, joints: readonly Joint[]): Remedy[] {
  const edits = joints.flatMap(({ name, parent, child }): Edit[] => {
    const at = touchPoint(partOf(plan, parent), partOf(plan, child));
    return at ? [{ kind: 'joint', names: [name], to: { anchor: tidyPoint(at) } }] : [];
  });
  if (edits.length > 0) return [{ words: `Put ${theOf(joints)} where the parts overlap`, edit: all(edits) }];
  return [{ words: `Move the parts to ${theOf(joints)}`, edit: all(joints.map((joint) => brought(plan, joint))) }];
}

/** The edit that moves what hangs on a joint so that it meets the other part. */
function brought(plan: BodyPlan, { parent, child }: Joint): Edit {
  const [here, there] = [partOf(plan, child), partOf(plan, parent)];
  const by: Point = [there.position[0] - here.position[0], there.position[1] - here.position[1]];
  return { kind: 'move', parts: [...hanging(plan, [child])], by: tidyPoint(by) };
}

/** A shape at least so thick, metres: stretched across, not along. */
function thicker(shape: Shape, least: number): Shape {
  if (shape.kind === 'circle') return { kind: 'circle', radius: Math.max(shape.radius, tidy(least / 2)) };
  if (shape.kind === 'box') {
    return { kind: 'box', width: Math.max(shape.width, tidy(least)), height: Math.max(shape.height, tidy(least)) };
  }
  const { vertices } = shape;
  const factor = least / thickness(shape);
  const sides = vertices.map(([x, y], i) => {
    const [nextX, nextY] = vertices[(i + 1) % vertices.length]!;
    const [dx, dy] = [nextX - x, nextY - y];
    const length = Math.sqrt(dx * dx + dy * dy);
    const normal: Point = [dy / length, -dx / length];
    const depths = vertices.map(([px, py]) => (x - px) * normal[0] + (y - py) * normal[1]);
    return { normal, depth: Math.max(...depths) };
  });
  const { normal } = sides.reduce((a, b) => (b.depth < a.depth ? b : a));
  const stretched = vertices.map(([x, y]) => {
    const more = (factor - 1) * (x * normal[0] + y * normal[1]);
    return tidyPoint([x + more * normal[0], y + more * normal[1]]);
  });
  return { kind: 'polygon', vertices: stretched };
}

export function thickened(parts: readonly Part[], least: number): Remedy[] {
  const edits = parts.map(
    ({ name, shape }): Edit => ({ kind: 'part', names: [name], to: { shape: thicker(shape, least * 1.05) } }),
  );
  return [{ words: `Make ${theOf(parts)} thicker`, edit: all(edits) }];
}

/** All parts up or down, so that the lowest stands at height 0. */
export function standing({ parts }: Pick<BodyPlan, 'parts'>): Edit {
  const low = lowestPoint(parts);
  return { kind: 'move', parts: parts.map(({ name }) => name), by: [0, tidy(-low)] };
}

/** Legs `factor` times as long, around their hips, and the whole lifted by as much. */
export function longerLegs(plan: BodyPlan, factor: number): Remedy[] {
  const tops = new Map(legsOf(plan).map(({ joints, hip }) => [plan.joints[joints[0]!]!.child, hip]));
  const edits = [...tops].map(
    ([child, around]): Edit => ({ kind: 'scale', parts: [...hanging(plan, [child])], by: factor, around }),
  );
  const lift: Edit = {
    kind: 'move',
    parts: plan.parts.map(({ name }) => name),
    by: [0, tidy((factor - 1) * Math.max(0, ...[...tops.values()].map(([, y]) => y)))],
  };
  return [{ words: `Make its legs ${factor} times as long`, edit: all([...edits, lift]) }];
}

/** The world positions of a part's middle and its farthest point from a hinge, and that distance, metres. */
export function farthest(part: Part, from: Point): number {
  const points: Point[] =
    part.shape.kind === 'circle'
      ? [part.position]
      : part.shape.kind === 'box'
        ? [-1, 1].flatMap((i) =>
            [-1, 1].map((j) => {
              const { width, height } = part.shape as { width: number; height: number };
              return toWorld(part, [(i * width) / 2, (j * height) / 2]);
            }),
          )
        : part.shape.vertices.map((vertex) => toWorld(part, vertex));
  const away = points.map(([x, y]) => Math.sqrt((x - from[0]) * (x - from[0]) + (y - from[1]) * (y - from[1])));
  return Math.max(...away) + (part.shape.kind === 'circle' ? part.shape.radius : 0);
}

/** Muscles that cannot pull as they stand get the length that they have there as their rest length. */
export function stretched(plan: BodyPlan): Remedy[] {
  const edits = muscleSlack(plan).map((muscle): Edit => {
    return { kind: 'muscle', names: [muscle.name], to: { rest: Math.max(0.01, tidy(standingLength(plan, muscle))) } };
  });
  return [{ words: 'Take its length as drawn', edit: all(edits) }];
}
