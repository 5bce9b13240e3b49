import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { legLength, legPairs, legsOf, mirrorName } from '../../src/creature/legs.ts';
import { puppet, puppetWith } from './puppet.ts';

/** Feet of the pairs by name, front to back. */
const pairNames = (plan: BodyPlan) => {
  const legs = legsOf(plan);
  const name = (leg: number) => plan.parts[legs[leg]!.foot]!.name;
  return legPairs(legs).map(({ left, right }) => [name(left), name(right)]);
};

test.each([
  ['biped', 2, [['left shin', 'right shin']]],
  ['strider', 2, [['left foot', 'right foot']]],
  ['ostrich', 2, [['left toes', 'right toes']]],
  ['hopper', 1, []],
  ['caterpillar', 0, []],
  [
    'quadruped',
    4,
    [
      ['left fore shin', 'right fore shin'],
      ['left hind shin', 'right hind shin'],
    ],
  ],
  ['dog', 4, expect.arrayContaining([['left hind shin', 'right hind shin']])],
  ['spider', 8, [1, 2, 3, 4].map((i) => [`left shin ${i}`, `right shin ${i}`])],
] as const)('%s has %i legs, in pairs from front to back', (name, count, pairs) => {
  expect(legsOf(bodies[name]).length).toBe(count);
  expect(pairNames(bodies[name])).toEqual(pairs);
});

test('counterparts are each other’s, and on different sides', () => {
  for (const plan of Object.values<BodyPlan>(bodies)) {
    const legs = legsOf(plan);
    for (const [i, { mate, side }] of legs.entries()) {
      if (mate === undefined) continue;
      expect(legs[mate]?.mate).toBe(i);
      expect(legs[mate]?.side).not.toBe(side);
    }
  }
});

test('a leg is its joints from the hip to the foot', () => {
  const names = legsOf(bodies.strider).map(({ joints }) => joints.map((j) => bodies.strider.joints[j]!.name));
  expect(names).toEqual(['left', 'right'].map((side) => ['hip', 'knee', 'ankle'].map((joint) => `${side} ${joint}`)));
});

test('leg length is the mean height of the hips, or the root’s without legs', () => {
  expect(legLength(bodies.biped)).toBeCloseTo(2.2, 12);
  expect(legLength(bodies.quadruped)).toBeCloseTo((1.05 + 1.1) / 2, 1);
  expect(legLength(bodies.caterpillar)).toBeCloseTo(0.23, 12);
});

test('legs without sides in their names pair by place and layer', () => {
  const twins = (distance: number) =>
    puppetWith(({ parts, joints }) => {
      parts[1]!.layer = 1;
      parts[2]!.layer = -1;
      joints[1]!.anchor = [joints[0]!.anchor[0] + distance, joints[0]!.anchor[1]];
    });
  expect(pairNames(twins(0.009))).toEqual([['hind', 'fore']]);
  expect(pairNames(twins(0.011))).toEqual([]);
  expect(pairNames(puppet)).toEqual([]);
});

describe('a foot is no leg', () => {
  test('when it is the root, or hangs on another foot', () => {
    const chained = puppetWith(({ joints }) => {
      joints[1]!.parent = 'hind';
    });
    expect(legsOf(chained).map(({ foot }) => foot)).toEqual([1]);
  });

  test('when there is no torso above it', () => {
    const legless = puppetWith(({ parts }) => {
      parts[0]!.role = 'limb';
    });
    expect(legsOf(legless)).toEqual([]);
  });
});

test('mirrored names swap left and right at their beginning, twice to the same', () => {
  expect(mirrorName('left fore shin')).toBe('right fore shin');
  expect(mirrorName(mirrorName('right hip'))).toBe('right hip');
  expect(mirrorName('leftover')).toBe('leftover');
});
