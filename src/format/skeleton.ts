import { toLocal } from '../creature/anatomy.ts';
import type { BodyPlan, Point } from '../creature/body-plan.ts';
import { cos, sin } from '../math/portable.ts';

/** A part and the hinge that connects it to its parent. */
interface Bone {
  part: number;
  parent: number;
  /** Position of the hinge in the parent's frame and in the part's frame, metres. */
  parentSocket: Point;
  socket: Point;
}

/** The hinges of a body and the positions of parts that they imply. */
export interface Skeleton {
  /** Parents before children. */
  bones: readonly Bone[];
  /**
   * For each part except the root, the vector from its parent's position to its own, x and y in metres.
   * @param angles of all parts, radians. The next call overwrites the result.
   */
  shifts(angles: Float64Array): Float64Array;
}

/** The hinges of a plan, parents before children. */
function bonesOf({ parts, joints }: BodyPlan): Bone[] {
  const index = new Map(parts.map(({ name }, i) => [name, i]));
  const placed = new Set([0]);
  const bones: Bone[] = [];
  while (bones.length < joints.length) {
    for (const { parent: parentName, child, anchor, sockets } of joints) {
      const [parent, part] = [index.get(parentName)!, index.get(child)!];
      if (!placed.has(parent) || placed.has(part)) continue;
      placed.add(part);
      const [parentSocket, socket] = sockets ?? [toLocal(parts[parent]!, anchor), toLocal(parts[part]!, anchor)];
      bones.push({ part, parent, parentSocket, socket });
    }
  }
  return bones;
}

export function createSkeleton(plan: BodyPlan): Skeleton {
  const bones = bonesOf(plan);
  const cosines = new Float64Array(plan.parts.length);
  const sines = new Float64Array(plan.parts.length);
  const shifts = new Float64Array(2 * plan.parts.length);
  return {
    bones,
    shifts(angles) {
      for (let i = 0; i < angles.length; i++) {
        cosines[i] = cos(angles[i]!);
        sines[i] = sin(angles[i]!);
      }
      for (const { part, parent, parentSocket, socket } of bones) {
        const pc = cosines[parent]!;
        const ps = sines[parent]!;
        const c = cosines[part]!;
        const s = sines[part]!;
        shifts[2 * part] = parentSocket[0] * pc - parentSocket[1] * ps - (socket[0] * c - socket[1] * s);
        shifts[2 * part + 1] = parentSocket[0] * ps + parentSocket[1] * pc - (socket[0] * s + socket[1] * c);
      }
      return shifts;
    },
  };
}
