import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { clipBelow, extent, hingeIn, roundedOutline } from '../../src/view/outline.ts';
import { lengthOf, poseAt, standingPose } from '../../src/view/pose.ts';
import { gliding } from './recordings.ts';

describe('the pose at a time', () => {
  const recording = gliding(6, 3);

  it('is the recorded one at each frame, clamped at both ends', () => {
    const size = 3 * recording.plan.parts.length;
    const at = (time: number) => Array.from(poseAt(recording, time), (value) => value + 0);
    const frame = (start: number) =>
      Array.from(recording.poses.subarray(start).subarray(0, size), (value) => value + 0);
    const last = recording.poses.length - size;
    expect(at(0)).toEqual(frame(0));
    expect(at(-1)).toEqual(frame(0));
    expect(at(lengthOf(recording))).toEqual(frame(last));
    expect(at(99)).toEqual(frame(last));
  });

  it('is interpolated between two frames', () => {
    for (const time of [0.004, 0.7001, 2.99]) expect(poseAt(recording, time)[0]).toBeCloseTo(2 * time, 9);
  });
});

describe.each(Object.values<BodyPlan>(bodies))('a $name', (plan) => {
  it('stands on the ground', () => {
    const pose = standingPose(plan);
    const parts = plan.parts.map((part, i) => ({
      ...part,
      position: [pose[3 * i] ?? 0, pose[3 * i + 1] ?? 0] as [number, number],
    }));
    expect(extent(parts).bottom).toBeCloseTo(0, 9);
  });

  it('is drawn within its true shape, with hinges where both parts have them', () => {
    for (const { shape } of plan.parts) {
      if (shape.kind === 'circle') continue;
      const drawn = roundedOutline(shape);
      expect(drawn.every(Number.isFinite)).toBe(true);
      const half = clipBelow(drawn, 0);
      expect(half.filter((_, i) => i % 2 === 1).every((y) => y <= 1e-9)).toBe(true);
    }
    for (const joint of plan.joints) {
      for (const part of plan.parts.filter(({ name }) => name === joint.parent || name === joint.child)) {
        const [x, y] = hingeIn(part, joint);
        const { position, angle } = part;
        expect(position[0] + x * Math.cos(angle) - y * Math.sin(angle)).toBeCloseTo(joint.anchor[0], 9);
        expect(position[1] + x * Math.sin(angle) + y * Math.cos(angle)).toBeCloseTo(joint.anchor[1], 9);
      }
    }
  });
});
