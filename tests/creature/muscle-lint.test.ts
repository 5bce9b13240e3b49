import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { lint } from '../../src/creature/lint.ts';
import type { Muscle } from '../../src/creature/muscle.ts';
import { strengthOf } from '../../src/creature/muscle-lint.ts';

const { inchworm } = bodies as Record<string, BodyPlan>;

const withFirst = (change: Partial<Muscle>): BodyPlan => ({
  ...inchworm!,
  muscles: inchworm!.muscles!.map((each, m) => (m === 0 ? { ...each, ...change } : each)),
});

test('the strength of a joint is that of the muscles across it, on the stronger side', () => {
  const [joint] = inchworm!.joints;
  // 250 N at 13 cm above the hinge, and as much below it, which pulls the other way.
  expect(strengthOf(inchworm!, joint!)).toBeCloseTo(250 * 0.13, 9);
  expect(strengthOf(withFirst({ strength: 300 }), joint!)).toBeCloseTo(300 * 0.13, 9);
  expect(strengthOf(withFirst({ pushes: true }), joint!)).toBeCloseTo(2 * 250 * 0.13, 9);
  expect(strengthOf(inchworm!, { ...joint!, torque: 5 })).toBeCloseTo(5 + 250 * 0.13, 9);
});

test('says that a muscle ends beside its part, cannot pull as it stands, or is too weak', () => {
  const ids = (plan: BodyPlan) => lint(plan).map(({ id }) => id);
  expect(ids(inchworm!)).toEqual([]);
  const away = withFirst({ anchors: [[0, 0.5], inchworm!.muscles![0]!.anchors[1]] });
  expect(lint(away).map(({ words }) => words)).toContain('A muscle ends in the air beside its part: back 1.');
  const short = lint(withFirst({ rest: 0.1 }));
  expect(short.map(({ words }) => words)).toEqual([
    'The back 1 cannot pull as it stands: it is 34 cm long, and has a force around its rest length of 10 cm only.',
  ]);
  const weak = { ...inchworm!, muscles: inchworm!.muscles!.map((each) => ({ ...each, strength: 5 })) };
  expect(lint(weak)[0]!.words).toContain('with its muscles gives');
});
