import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { partAt } from '../../src/view/part-at.ts';
import { standingPose } from '../../src/view/pose.ts';

test.each(Object.values(bodies))('each part of the $name is grasped at its centre, and the sky is not', (plan) => {
  const pose = standingPose(plan);
  for (const [i, { name }] of plan.parts.entries()) {
    const found = partAt(plan, pose, pose[3 * i]!, pose[3 * i + 1]!);
    // A limb may lie exactly behind its twin.
    expect(plan.parts[found ?? -1]?.position).toEqual(plan.parts[i]?.position);
    expect(name).toBeTruthy();
  }
  expect(partAt(plan, pose, pose[0]!, pose[1]! + 9)).toBeUndefined();
});
