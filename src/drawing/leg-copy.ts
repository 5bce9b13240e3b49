import { toLocal, toWorld } from '../creature/anatomy.ts';
import type { Joint, Part, Point } from '../creature/body-plan.ts';
import { mirrorName } from '../creature/legs.ts';
import { type Muscle, musclesOf } from '../creature/muscle.ts';
import { hanging } from './connected.ts';
import { type Drawing, freeName, partOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { freePairName, hasMate, withMates } from './pairs.ts';
import { distanceFrom } from './touch.ts';
import { tidyPoint } from './transform.ts';

/** Hips of two legs on one part are at least this far apart, metres. */
const MIN_DISTANCE = 0.15;
/** Distances at which a place for the copy is tried, metres: half a metre back and forth first. */
const TRIED = [-0.5, 0.5, -0.75, 0.75, -1, 1, -0.3, 0.3, -0.2, 0.2, -1.5, 1.5];

/** How far from the original a copy is put: where it still hangs on the same part and no other leg does. */
function offsetFor(drawing: Drawing, joint: Joint | undefined): number {
  const fallback = 0.5;
  if (joint === undefined) return fallback;
  const host = partOf(drawing, joint.parent);
  const others = drawing.joints.filter(({ parent }) => parent === joint.parent);
  const isFree = ([x, y]: Point) =>
    others.every(({ anchor }) => Math.abs(anchor[0] - x) + Math.abs(anchor[1] - y) >= MIN_DISTANCE);
  return (
    TRIED.find((dx) => {
      const at: Point = [joint.anchor[0] + dx, joint.anchor[1]];
      return distanceFrom(host, at) <= 0 && isFree(at);
    }) ?? fallback
  );
}

/** The edit that copies a part, and all that hangs on it, beside it on the same part; and the names of the copies. */
export function copyEdit(drawing: Drawing, name: string, isAlike = true): { edit: Edit; names: string[] } {
  const top = drawing.joints.find(({ child }) => child === name);
  const dx = offsetFor(drawing, top);
  const roots = isAlike ? withMates(drawing.parts, [name]) : [name];
  const set = hanging(drawing, roots);
  const parts = drawing.parts.filter((part) => set.has(part.name));
  const joints = drawing.joints.filter(({ child }) => set.has(child));
  const names = new Map<string, string>();
  const muscles = musclesOf(drawing).filter(({ from, to }) => set.has(from) || set.has(to));
  for (const all of [parts, joints, muscles]) {
    const whole: readonly { name: string }[] =
      all === parts ? drawing.parts : [...drawing.joints, ...musclesOf(drawing)];
    for (const each of all) {
      const taken = [...whole, ...[...names.values()].map((used) => ({ name: used }))];
      const mate = mirrorName(each.name);
      const isPair = mate !== each.name && hasMate(whole, each.name) && set.has(roots[0]!);
      const mateName = names.get(mate);
      if (isPair && mateName !== undefined) names.set(each.name, mirrorName(mateName));
      else names.set(each.name, isPair ? sided(each.name, freePairName(taken, each.name)) : freeName(taken, each.name));
    }
  }
  const at = ([x, y]: Point) => tidyPoint([x + dx, y]);
  return {
    edit: {
      kind: 'add',
      parts: parts.map((part): Part => ({ ...part, name: names.get(part.name)!, position: at(part.position) })),
      joints: joints.map(
        ({ sockets: _sockets, ...joint }): Joint => ({
          ...joint,
          name: names.get(joint.name)!,
          parent: names.get(joint.parent) ?? joint.parent,
          child: names.get(joint.child)!,
          anchor: at(joint.anchor),
        }),
      ),
      ...(muscles.length > 0 && {
        muscles: muscles.map((muscle): Muscle => {
          const [from, to] = [names.get(muscle.from) ?? muscle.from, names.get(muscle.to) ?? muscle.to];
          // An end on the part that the copy hangs on goes with it.
          const anchor = (k: 0 | 1): [number, number] => {
            const [end, [x, y]] = [k === 0 ? muscle.from : muscle.to, muscle.anchors[k]];
            if (set.has(end)) return [x, y];
            const part = partOf(drawing, end);
            const [wx, wy] = toWorld(part, [x, y]);
            return tidyPoint(toLocal(part, [wx + dx, wy]));
          };
          return { ...muscle, name: names.get(muscle.name)!, from, to, anchors: [anchor(0), anchor(1)] };
        }),
      }),
    },
    names: roots.map((root) => names.get(root)!),
  };
}

const sided = (like: string, left: string) => (like.startsWith('right ') ? mirrorName(left) : left);
