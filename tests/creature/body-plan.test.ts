import { describe, expect, test } from 'vitest';
import { type BodyPlan, bodyPlanSchema, type Part, withRole } from '../../src/creature/body-plan.ts';
import { corners } from '../../src/creature/corners.ts';
import { parse } from '../../src/schema/fault.ts';
import { puppet, puppetWith } from './puppet.ts';

type Loose = { parts: Record<string, unknown>[]; joints: Record<string, unknown>[] };
const check = (change: (plan: BodyPlan & Loose) => void) => () =>
  parse(bodyPlanSchema, puppetWith(change as (plan: BodyPlan) => void));
const polygon = (...vertices: [number, number][]) => ({ kind: 'polygon', vertices });

describe('a plan is refused with the place of the fault when', () => {
  test.each<[string, (plan: BodyPlan & Loose) => void, string]>([
    [
      'a polygon has a dent',
      ({ parts }) => Object.assign(parts[1]!, { shape: polygon([0, 0], [2, 0], [2, 2], [1, 0.5], [0, 2]) }),
      'parts[1].shape.vertices must be convex and counter-clockwise',
    ],
    [
      'a polygon goes round clockwise',
      ({ parts }) => Object.assign(parts[1]!, { shape: polygon([0, 0], [0, 2], [2, 2], [2, 0]) }),
      'parts[1].shape.vertices must be convex and counter-clockwise',
    ],
    [
      'a polygon crosses itself',
      // A star turns left at every corner.
      ({ parts }) => Object.assign(parts[1]!, { shape: polygon([0, 3], [-2, -3], [3, 1], [-3, 1], [2, -3]) }),
      'parts[1].shape.vertices must be convex and counter-clockwise',
    ],
    [
      'three corners lie on a line',
      ({ parts }) => Object.assign(parts[1]!, { shape: polygon([0, 0], [1, 0], [2, 0], [2, 2]) }),
      'parts[1].shape.vertices must be convex and counter-clockwise',
    ],
    [
      'a polygon has nine corners',
      ({ parts }) =>
        Object.assign(parts[1]!, {
          shape: polygon([0, 0], [1, 0], [2, 1], [3, 2], [4, 3], [5, 5], [4, 6], [3, 6], [0, 1]),
        }),
      'must have 8 entries or fewer',
    ],
    [
      'a shape is unknown',
      ({ parts }) => Object.assign(parts[1]!, { shape: { kind: 'ring' } }),
      'parts[1].shape.kind is "ring", must be',
    ],
    [
      'a density is zero',
      ({ parts }) => Object.assign(parts[2]!, { density: 0 }),
      'parts[2].density is 0, must be 0.1 or more',
    ],
    [
      'two parts share a name',
      ({ parts }) => Object.assign(parts[2]!, { name: 'hind' }),
      'parts[2].name is "hind", which another part has',
    ],
    [
      'two joints share a name',
      ({ joints }) => Object.assign(joints[1]!, { name: 'hind hip' }),
      'joints[1].name is "hind hip", which another joint has',
    ],
    [
      'a parent does not exist',
      ({ joints }) => Object.assign(joints[0]!, { parent: 'tail' }),
      'joints[0].parent is "tail", which is no part',
    ],
    [
      'a child does not exist',
      ({ joints }) => Object.assign(joints[0]!, { child: 'tail' }),
      'joints[0].child is "tail", which is no part',
    ],
    [
      'a joint joins a part to itself',
      ({ joints }) => Object.assign(joints[0]!, { parent: 'hind' }),
      'joints[0].child must differ from its parent',
    ],
    [
      'two joints move one part',
      ({ joints }) => Object.assign(joints[1]!, { child: 'hind' }),
      'joints[1].child is "hind", which another joint moves already',
    ],
    ['no joint moves a part', ({ joints }) => void joints.pop(), 'parts[2] "fore" hangs on no joint'],
    [
      'the root is moved',
      ({ joints }) => Object.assign(joints[1]!, { parent: 'fore', child: 'trunk' }),
      'parts[0] is the root, no joint may move it',
    ],
    [
      'limits are in the wrong order',
      ({ joints }) => Object.assign(joints[0]!, { limits: [0.5, -0.5] }),
      'joints[0].limits are [0.5,-0.5], the lower must not be above the upper',
    ],
    [
      'a torque is negative',
      ({ joints }) => Object.assign(joints[0]!, { torque: -5 }),
      'joints[0].torque is -5, must be 0 or more',
    ],
    [
      'a setting is unknown',
      ({ parts }) => Object.assign(parts[0]!, { colour: 'red' }),
      'parts[0].colour is not a known setting',
    ],
  ])('%s', (_what, change, sentence) => {
    expect(check(change)).toThrow(sentence);
  });

  test('parts form a ring without the root', () => {
    const ring = check(({ parts, joints }) => {
      parts.push({ ...structuredClone(parts[1]!), name: 'shin' });
      joints[0]!.parent = 'shin';
      joints.push({ ...structuredClone(joints[0]!), name: 'knee', parent: 'hind', child: 'shin' });
    });
    expect(ring).toThrow('parts[1] "hind" hangs on a ring of parts, not the root');
  });
});

test('a valid plan passes unchanged, with defaults for how it is drawn', () => {
  expect(parse(bodyPlanSchema, puppet)).toEqual(puppet);
  expect(puppet.parts[0]).toMatchObject({ layer: 0 });
  expect(puppet.about).toBe('');
});

test('limits may be one angle: a stiff joint', () => {
  expect(check(({ joints }) => Object.assign(joints[0]!, { limits: [0.2, 0.2] }))).not.toThrow();
});

test('corners of a box are counter-clockwise around its middle, of a polygon its own, of a circle none', () => {
  expect(corners({ kind: 'box', width: 2, height: 0.5 })).toEqual([
    [-1, -0.25],
    [1, -0.25],
    [1, 0.25],
    [-1, 0.25],
  ]);
  const vertices: [number, number][] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ];
  expect(corners({ kind: 'polygon', vertices })).toEqual(vertices);
  expect(corners({ kind: 'circle', radius: 1 })).toEqual([]);
});

test('parts are found by role, in the order of the plan', () => {
  expect(withRole(puppet, 'foot')).toEqual([1, 2]);
  expect(withRole(puppet, 'limb')).toEqual([]);
  const role = (part: Part) => part.role;
  expect(withRole(puppet, 'torso').map((i) => role(puppet.parts[i]!))).toEqual(['torso']);
});
