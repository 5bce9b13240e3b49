import type { BodyPlan } from '../creature/body-plan.ts';
import { hingeIn } from './outline.ts';
import type { Pose } from './pose.ts';

/** Positions of a plan's joints. */
export interface Hinges {
  /** For each joint, how many earlier joints share its position (both hips of a biped do): they are drawn as rings. */
  readonly nesting: readonly number[];
  /** Calls `put` with the position of each joint in a pose, metres. */
  place(pose: Pose, put: (joint: number, x: number, y: number) => void): void;
}

/** Hinges closer than this share a position, metres. */
const SAME = 0.02;

export function createHinges({ parts, joints }: BodyPlan): Hinges {
  const sockets = joints.map((joint) => {
    const i = parts.findIndex(({ name }) => name === joint.parent);
    const [x, y] = joint.sockets?.[0] ?? hingeIn(parts[i]!, joint);
    return { at: 3 * i, x, y };
  });
  const isSame = ({ at, x, y }: (typeof sockets)[number], other: (typeof sockets)[number]) =>
    at === other.at && Math.hypot(x - other.x, y - other.y) < SAME;
  return {
    nesting: sockets.map((one, j) => sockets.slice(0, j).filter((other) => isSame(one, other)).length),
    place(pose, put) {
      for (let j = 0; j < sockets.length; j++) {
        const { at, x, y } = sockets[j]!;
        const [sin, cos] = [Math.sin(pose[at + 2]!), Math.cos(pose[at + 2]!)];
        put(j, pose[at]! + x * cos - y * sin, pose[at + 1]! + x * sin + y * cos);
      }
    },
  };
}
