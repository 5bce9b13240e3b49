import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { lint } from '../../src/creature/lint.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';
import { apply, type Edit } from '../../src/drawing/edit.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { copyEdit } from '../../src/drawing/leg-copy.ts';
import { muscleEdit } from '../../src/drawing/new-muscle.ts';
import { pairEdit } from '../../src/drawing/pairs.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';

const inchworm: Drawing = bodies.inchworm as BodyPlan;
const hopper: Drawing = bodies.hopper as BodyPlan;
const names = ({ muscles = [] }: Drawing) => muscles.map(({ name }) => name);

/** The hopper with a muscle from its torso to its thigh. */
const withMuscle = apply(
  hopper,
  muscleEdit(hopper, 'torso', 'thigh', [
    [0, 1.2],
    [0.1, 0.75],
  ]),
);

test('a muscle is drawn from part to part, as long as it is drawn', () => {
  const [muscle] = withMuscle.muscles!;
  expect(muscle).toMatchObject({
    name: 'muscle',
    from: 'torso',
    to: 'thigh',
    anchors: [[0, expect.closeTo(0.05, 9)], expect.anything()],
  });
  expect(muscle!.rest).toBeCloseTo(Math.hypot(0.1, 0.45), 4);
  expect(bodyPlanOf(withMuscle).plan?.muscles).toHaveLength(1);
  expect(() =>
    muscleEdit(hopper, 'torso', 'torso', [
      [0, 1],
      [0, 1.2],
    ]),
  ).toThrow('from one part to another');
});

test('muscles go with their parts, and are removed with them', () => {
  const renamed = apply(withMuscle, { kind: 'rename', of: 'parts', from: 'thigh', to: 'upper leg' });
  expect(renamed.muscles![0]!.to).toBe('upper leg');
  const moved = apply(withMuscle, { kind: 'move', parts: ['thigh'], by: [1, 0] });
  expect(moved.muscles).toEqual(withMuscle.muscles);
  const removed = apply(inchworm, { kind: 'remove', parts: ['head'], joints: [] });
  expect(names(removed)).toEqual(names(inchworm).filter((name) => !name.endsWith('6')));
  expect(bodyPlanOf(removed).plan).toBeDefined();
  expect(names(apply(inchworm, { kind: 'remove', parts: [], joints: [], muscles: ['belly 1'] }))).not.toContain(
    'belly 1',
  );
  expect(() => apply(inchworm, { kind: 'muscle', names: ['biceps'], to: {} })).toThrow('no muscle "biceps"');
  expect(() => apply(inchworm, { kind: 'rename', of: 'muscles', from: 'belly 1', to: 'back 1' })).toThrow(
    'another muscle',
  );
});

test('a scaled part keeps its muscles where they are on it', () => {
  const parts = inchworm.parts.map(({ name }) => name);
  const twice = apply(inchworm, { kind: 'scale', parts, by: 2, around: [0, 0] });
  expect(twice.muscles![0]).toMatchObject({
    rest: 0.68,
    anchors: [
      [0, 0.26],
      [0, 0.26],
    ],
  });
});

test('a leg that becomes a pair or is copied has its muscles twice', () => {
  const pair = apply(withMuscle, pairEdit(withMuscle, ['thigh']));
  expect(names(pair)).toEqual(['left muscle', 'right muscle']);
  expect(pair.muscles!.map(({ from, to }) => `${from} ${to}`)).toEqual(['torso left thigh', 'torso right thigh']);
  const copied = apply(withMuscle, copyEdit(withMuscle, 'thigh').edit);
  expect(names(copied)).toEqual(['muscle', 'muscle 2']);
  expect(copied.muscles![1]).toMatchObject({ from: 'torso', to: 'thigh 2' });
});

test('what the lint finds about muscles has a remedy that solves it', () => {
  const mend = (drawing: Drawing, id: string) => {
    const finding = inspect(drawing).find((each) => each.id === id);
    return apply(drawing, finding!.remedies[0]!.edit as Edit);
  };
  const short = apply(inchworm, { kind: 'muscle', names: ['back 1'], to: { rest: 0.1 } });
  expect(mend(short, 'muscle-rest').muscles![0]!.rest).toBeCloseTo(0.34, 4);
  const weak = apply(inchworm, { kind: 'muscle', names: names(inchworm), to: { strength: 5 } });
  const strong = mend(weak, 'weak');
  expect(lint(bodyPlanOf(strong).plan!).map(({ id }) => id)).not.toContain('weak');
  expect(strong.joints.every(({ torque }) => torque === 0)).toBe(true);
});
