import { expect, it } from 'vitest';
import { biped } from '../../src/creature/bodies/biped.ts';
import { driveAt, effortAt } from '../../src/view/drive.ts';
import { createHinges } from '../../src/view/hinges.ts';
import { dusk, heat, paper } from '../../src/view/palette.ts';
import { standingPose } from '../../src/view/pose.ts';
import { standing } from './recordings.ts';

const used = (of: (frame: number) => number) => {
  const recording = standing();
  recording.actions.forEach((_, i, all) => {
    all[i] = i % biped.joints.length === 1 ? of(Math.floor(i / biped.joints.length)) : 0;
  });
  return recording;
};

it('measures the effort of a joint without direction, and its mean torque with direction', () => {
  const shaking = used((frame) => (frame % 2 === 0 ? 1 : -1));
  expect(effortAt(shaking, 1, 0.5)).toBe(1);
  expect(driveAt(shaking, 1, 0.5)).toBe(0);
  expect(effortAt(shaking, 0, 0.5)).toBe(0);
  const back = used(() => -0.5);
  expect(driveAt(back, 1, 0)).toBe(-0.5);
  expect(effortAt(back, 1, 9)).toBe(0.5);
});

it('clamps actions to the full torque, as the physics does', () => {
  expect(
    effortAt(
      used(() => 3),
      1,
      0.5,
    ),
  ).toBe(1);
  expect(
    driveAt(
      used(() => -3),
      1,
      0.5,
    ),
  ).toBe(-1);
});

it('averages over the last tenth of a second only', () => {
  const begun = used((frame) => (frame < 30 ? 0 : 1));
  expect(effortAt(begun, 1, 0.49)).toBe(0);
  expect(effortAt(begun, 1, 0.55)).toBeGreaterThan(0.3);
  expect(effortAt(begun, 1, 0.61)).toBe(1);
});

it.each([paper, dusk])('goes from calm over warm to hot', (palette) => {
  expect([0, 0.5, 1].map((share) => heat(palette, share))).toEqual([palette.calm, palette.warm, palette.hot]);
});

it('finds hinges where the plan has them, and hinges at the same position', () => {
  const { place, nesting } = createHinges(biped);
  const pose = standingPose(biped);
  const raised = pose[1]! - (biped.parts[0]?.position[1] ?? 0);
  place(pose, (j, x, y) => {
    expect(x).toBeCloseTo(biped.joints[j]?.anchor[0] ?? Number.NaN, 9);
    expect(y).toBeCloseTo((biped.joints[j]?.anchor[1] ?? Number.NaN) + raised, 9);
  });
  const hips = biped.joints.flatMap(({ name }, j) => (name.includes('hip') ? [nesting[j]] : []));
  expect(hips).toEqual([0, 1]);
});
