import type { BodyPlan } from '../creature/body-plan.ts';
import { hingeIn } from './outline.ts';
import type { Pose } from './pose.ts';

/** Where the joints of a plan are. */
export interface Hinges {
  /** How many joints before each turn about the same place, as both hips of a biped do: to draw them around each other. */
  readonly nesting: readonly number[];
  /** Puts something where each hinge is in a pose, metres. */
  place(pose: Pose, put: (joint: number, x: number, y: number) => void): void;
}

/** Hinges so near to each other are one to the eye, metres. */
const SAME = 0.02;

export function createHinges({ parts, joints }: BodyPlan): Hinges {
  const sockets = joints.map((joint) => {
    const i = parts.findIndex(({ name }) => name === joint.parent);
    const [x, y] = joint.sockets?.[0] ?? hingeIn(parts[i] as BodyPlan['parts'][number], joint);
    return { at: 3 * i, x, y };
  });
  const isSame = ({ at, x, y }: (typeof sockets)[number], other: (typeof sockets)[number]) =>
    at === other.at && Math.hypot(x - other.x, y - other.y) < SAME;
  return {
    nesting: sockets.map((one, j) => sockets.slice(0, j).filter((other) => isSame(one, other)).length),
    place(pose, put) {
      for (let j = 0; j < sockets.length; j++) {
        const { at, x, y } = sockets[j] as (typeof sockets)[number];
        const [sin, cos] = [Math.sin(pose[at + 2] as number), Math.cos(pose[at + 2] as number)];
        put(j, (pose[at] as number) + x * cos - y * sin, (pose[at + 1] as number) + x * sin + y * cos);
      }
    },
  };
}
