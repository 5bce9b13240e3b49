import type { BodyPlan } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import { cos, sin } from '../math/portable.ts';
import { heightAt, type Terrain } from './terrain.ts';

/** Height of the plan's lowest point, metres. */
export function lowestPoint(plan: BodyPlan): number {
  let low = Number.POSITIVE_INFINITY;
  for (const { shape, position, angle } of plan.parts) {
    if (shape.kind === 'circle') low = Math.min(low, position[1] - shape.radius);
    const [s, c] = [sin(angle), cos(angle)];
    for (const [x, y] of corners(shape)) low = Math.min(low, position[1] + s * x + c * y);
  }
  return low;
}

/** Where a plan's origin stands at the start of an episode, metres. */
export const startOf = (plan: BodyPlan, terrain: Terrain): readonly [number, number] =>
  terrain.start ?? [0, heightAt(terrain, 0) - lowestPoint(plan) + 0.01];
