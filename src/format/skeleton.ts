import { toLocal } from '../creature/anatomy.ts';
import type { BodyPlan, Joint, Part, Point } from '../creature/body-plan.ts';
import { cos, sin } from '../math/portable.ts';

/** How a part hangs on the one before it. */
export interface Bone {
  part: number;
  parent: number;
  /** Where the hinge sits in the parent's and in the child's frame, metres. */
  sockets: readonly [Point, Point];
}

/** Where a joint sits in the frames of both its parts, metres. */
export const socketsOf = ({ anchor, sockets }: Joint, parent: Part, child: Part): readonly [Point, Point] =>
  sockets ?? [toLocal(parent, anchor), toLocal(child, anchor)];

/** x, y and angle of a part, in a frame that begins there. */
export const poseIn = (poses: Float64Array, part: number, from = 0) =>
  [poses[from + 3 * part], poses[from + 3 * part + 1], poses[from + 3 * part + 2]] as [number, number, number];

/** The joints of a plan, parents before children. */
export function bonesOf({ parts, joints }: BodyPlan): Bone[] {
  const index = new Map(parts.map(({ name }, i) => [name, i]));
  const placed = new Set([0]);
  const bones: Bone[] = [];
  while (bones.length < joints.length) {
    for (const joint of joints) {
      const [p, c] = [index.get(joint.parent) as number, index.get(joint.child) as number];
      if (!placed.has(p) || placed.has(c)) continue;
      placed.add(c);
      bones.push({ part: c, parent: p, sockets: socketsOf(joint, parts[p] as Part, parts[c] as Part) });
    }
  }
  return bones;
}

/** Where a part is while its hinge holds, given the parent's pose and its own angle: metres and radians. */
export function hanging(
  { sockets: [there, here] }: Bone,
  [x, y, parentAngle]: readonly [number, number, number],
  angle: number,
): Point {
  const [pc, ps, c, s] = [cos(parentAngle), sin(parentAngle), cos(angle), sin(angle)];
  return [
    x + there[0] * pc - there[1] * ps - (here[0] * c - here[1] * s),
    y + there[0] * ps + there[1] * pc - (here[0] * s + here[1] * c),
  ];
}
