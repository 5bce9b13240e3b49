import { signedDistance, subtree, toWorld } from './anatomy.ts';
import type { BodyPlan, Joint, Part, Point } from './body-plan.ts';
import { MUSCLE_REACH, type Muscle, musclesOf } from './muscle.ts';

/** Distance of a muscle's anchor from its part from which on it hangs in the air, metres. */
const MAX_ANCHOR_GAP = 0.15;

const partOf = ({ parts }: Pick<BodyPlan, 'parts'>, name: string): Part | undefined =>
  parts.find((part) => part.name === name);

/** Both ends of a muscle in the world, while the creature stands at the origin; undefined without its parts. */
export function muscleEnds(plan: Pick<BodyPlan, 'parts'>, { from, to, anchors }: Muscle): [Point, Point] | undefined {
  const [one, other] = [partOf(plan, from), partOf(plan, to)];
  return one && other && [toWorld(one, anchors[0]), toWorld(other, anchors[1])];
}

/** Length of a muscle while the creature stands, metres. */
export function standingLength(plan: Pick<BodyPlan, 'parts'>, muscle: Muscle): number {
  const [[x0, y0], [x1, y1]] = muscleEnds(plan, muscle) ?? [
    [0, 0],
    [0, 0],
  ];
  return Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
}

/** Muscles between what a joint moves and the rest. */
export function musclesAcross(plan: BodyPlan, { child }: Joint): Muscle[] {
  const moved = new Set(subtree(plan, child).map(({ name }) => name));
  return musclesOf(plan).filter(({ from, to }) => moved.has(from) !== moved.has(to));
}

/**
 * Largest torque of a joint while the creature stands, N·m: of its motor and of the muscles across it, each with its lever arm
 * around the hinge; of pulling muscles those on the stronger side.
 */
export function strengthOf(plan: BodyPlan, joint: Joint): number {
  const moved = new Set(subtree(plan, joint.child).map(({ name }) => name));
  let [left, right] = [0, 0];
  for (const muscle of musclesAcross(plan, joint)) {
    const ends = muscleEnds(plan, muscle);
    if (ends === undefined) continue;
    const [held, pulled] = moved.has(muscle.from) ? [ends[1], ends[0]] : ends;
    const [dx, dy] = [held[0] - pulled[0], held[1] - pulled[1]];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length === 0) continue;
    const [x, y] = [pulled[0] - joint.anchor[0], pulled[1] - joint.anchor[1]];
    const torque = (muscle.strength * (x * dy - y * dx)) / length;
    left += muscle.pushes ? Math.abs(torque) : Math.max(0, torque);
    right += muscle.pushes ? Math.abs(torque) : Math.max(0, -torque);
  }
  return joint.torque + Math.max(left, right);
}

/** Muscles of which an end lies beside its part. */
export const muscleInAir = (plan: BodyPlan): Muscle[] =>
  musclesOf(plan).filter((muscle) =>
    [muscle.from, muscle.to].some((name, k) => {
      const part = partOf(plan, name);
      return part !== undefined && signedDistance(part, muscle.anchors[k]!) > MAX_ANCHOR_GAP;
    }),
  );

/** Muscles without a force at the length that they have while the creature stands. */
export const muscleSlack = (plan: BodyPlan): Muscle[] =>
  musclesOf(plan).filter((muscle) => {
    const stretch = standingLength(plan, muscle) / muscle.rest;
    return stretch <= 1 - MUSCLE_REACH || stretch >= 1 + MUSCLE_REACH;
  });
