import type { BodyPlan, Shape } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import type { Pose } from './pose.ts';

/** Distance beyond a part at which it is still grasped, metres: fingers are wide. */
const REACH = 0.15;

const radiusOf = (shape: Shape): number =>
  shape.kind === 'circle' ? shape.radius : Math.max(...corners(shape).map(([x, y]) => Math.hypot(x, y)));

/** Index of the part of a creature at a point, metres; of several the one whose centre is nearest; undefined for none. */
export function partAt({ parts }: BodyPlan, pose: Pose, x: number, y: number): number | undefined {
  let found: number | undefined;
  let least = 1;
  for (const [i, { shape }] of parts.entries()) {
    const distance = Math.hypot(x - pose[3 * i]!, y - pose[3 * i + 1]!) / (radiusOf(shape) + REACH);
    if (distance < least) [found, least] = [i, distance];
  }
  return found;
}
