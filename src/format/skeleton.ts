import type { BodyPlan, Point } from '../creature/body-plan.ts';
import { cos, sin } from '../math/portable.ts';

/** How a part hangs on the one before it. */
export interface Bone {
  part: number;
  parent: number;
  /** Where the hinge sits in the parent's and in the child's frame, metres. */
  sockets: readonly [Point, Point];
}

const within = ({ position, angle }: { position: Point; angle: number }, [x, y]: Point): Point => {
  const [dx, dy] = [x - position[0], y - position[1]];
  return [dx * cos(angle) + dy * sin(angle), dy * cos(angle) - dx * sin(angle)];
};

/** The joints of a plan, parents before children. */
export function bonesOf({ parts, joints }: BodyPlan): Bone[] {
  const index = new Map(parts.map(({ name }, i) => [name, i]));
  const placed = new Set([0]);
  const bones: Bone[] = [];
  while (bones.length < joints.length) {
    for (const { parent, child, anchor, sockets } of joints) {
      const [p, c] = [index.get(parent) as number, index.get(child) as number];
      if (!placed.has(p) || placed.has(c)) continue;
      placed.add(c);
      const hinge = sockets ?? [within(parts[p]!, anchor), within(parts[c]!, anchor)];
      bones.push({ part: c, parent: p, sockets: hinge as [Point, Point] });
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
