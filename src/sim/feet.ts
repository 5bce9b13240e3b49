import { type BodyPlan, withRole } from '../creature/body-plan.ts';

const known = new WeakMap<BodyPlan, Int32Array>();

/** Indices of a plan's feet, found once for each plan object. */
export function feetOf(plan: BodyPlan): Int32Array {
  const feet = known.get(plan) ?? Int32Array.from(withRole(plan, 'foot'));
  known.set(plan, feet);
  return feet;
}
