import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { muscleColour, muscleLines, muscleOutline } from '../../src/view/muscle-shapes.ts';
import { paper } from '../../src/view/palette.ts';
import { standingPose } from '../../src/view/pose.ts';

const { inchworm } = bodies;

test('a muscle lies between its anchors, wherever its parts are', () => {
  const pose = standingPose(inchworm);
  const [line] = muscleLines(inchworm, pose);
  expect([...line!.from, ...line!.to]).toEqual([-1.02, 0.28, -0.68, 0.28].map((each) => expect.closeTo(each, 9)));
  const tail = inchworm.parts.findIndex(({ name }) => name === 'tail');
  pose[3 * tail] = 5;
  pose[3 * tail + 2] = Math.PI / 2;
  const [moved] = muscleLines(inchworm, pose);
  expect([...moved!.from]).toEqual([5 - 0.13, 0.15].map((each) => expect.closeTo(each, 9)));
});

test('it swells when it is short and when it works, and changes colour', () => {
  const pose = standingPose(inchworm);
  const widthAt = (x: number, effort = 0) => {
    const tail = inchworm.parts.findIndex(({ name }) => name === 'tail');
    pose[3 * tail] = x;
    return muscleLines(inchworm, pose, () => effort)[0]!.width;
  };
  expect(widthAt(-0.9)).toBeGreaterThan(1.2 * widthAt(-1.02));
  expect(widthAt(-1.2)).toBeLessThan(0.8 * widthAt(-1.02));
  expect(widthAt(-1.02, 1)).toBeGreaterThan(1.2 * widthAt(-1.02, 0));
  expect(new Set([0, 0.5, 1].map((effort) => muscleColour(paper, effort))).size).toBe(3);
});

test('its outline is widest in the middle', () => {
  const points = muscleOutline({ from: [0, 0], to: [2, 0], width: 0.4 });
  const heights = points.filter((_, i) => i % 2 === 1);
  const at = points.indexOf(Math.max(...heights));
  expect(points[at - 1]).toBeCloseTo(1, 9);
  expect(Math.max(...heights)).toBeCloseTo(0.2, 9);
  expect(Math.min(...heights)).toBeCloseTo(-0.2, 9);
});
