import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lowestHeight, massOf } from '../../src/creature/anatomy.ts';
import { bodyFromDocument } from '../../src/format/body-document.ts';
import { kindOfDocument } from '../../src/format/recognise.ts';

const read = (name: string): Record<string, object[]> =>
  JSON.parse(readFileSync(new URL(`../fixtures/evolution/${name}.json`, import.meta.url), 'utf8'));

const importOf = (document: unknown) => bodyFromDocument(document, 'a.json');

test.each(['compasses', 'looper', 'fledgling', 'crane', 'table'])(
  '%s becomes a body that stands on its feet',
  (name) => {
    expect(kindOfDocument(read(name))).toBe('evolution');
    const { plan } = importOf(read(name));
    expect(Math.min(...plan.parts.map(lowestHeight))).toBeCloseTo(0, 9);
    const feet = plan.parts.filter(({ role }) => role === 'foot');
    expect(Math.min(...feet.map(lowestHeight))).toBeCloseTo(0, 9);
    expect(plan.joints.length).toBe(plan.parts.length - 1);
    const mass = plan.parts.reduce((sum, part) => sum + massOf(part), 0);
    // Half a kilogram for each bone and each joint, all of weight 1.
    const { bones, joints } = read(name);
    expect(mass).toBeCloseTo(0.5 * (bones!.length + joints!.length), 9);
  },
);

test('bones, joints and muscles are scaled by the written rule', () => {
  const { plan, notes } = importOf(read('compasses'));
  expect(notes).toEqual([]);
  const [left, right] = plan.parts;
  // 7.6 units long, with half a thickness at each end.
  expect(left!.shape).toEqual({ kind: 'box', width: 0.1, height: expect.closeTo(Math.hypot(0.3, 0.7) + 0.1, 9) });
  expect(left!.position[0]).toBeCloseTo(0, 9);
  expect(right!.position[0]).toBeCloseTo(0.3, 9);
  const [hinge] = plan.joints;
  expect(hinge!.torque).toBe(0);
  expect(hinge!.anchor[0]).toBeCloseTo(0.15, 9);
  expect(plan.muscles).toEqual([
    expect.objectContaining({
      from: 'bone 1',
      to: 'bone 2',
      strength: 300,
      pushes: true,
      rest: expect.closeTo(0.3, 9),
    }),
  ]);
});

test('three bones in a triangle become a plate, in which no muscle moves anything', () => {
  const { plan, notes } = importOf(read('fledgling'));
  expect(plan.parts.map(({ name }) => name)).toEqual(['plate 1', 'bone 2', 'bone 3', 'bone 4', 'bone 5', 'bone 6']);
  expect(plan.parts[0]!.shape.kind).toBe('polygon');
  expect(plan.parts[0]!.eye).toBeDefined();
  expect(notes).toEqual([
    '1 wing imported as plain bone: there is no air to beat.',
    '1 decoration left out; only eyes are drawn.',
  ]);
  const document = read('fledgling');
  const [first, second] = document.bones as { id: number }[];
  const within = { id: 99, startBoneID: first!.id, endBoneID: second!.id, strength: 1500, canExpand: true };
  const more = importOf({ ...document, muscles: [...document.muscles!, within] });
  expect(more.plan.muscles).toEqual(plan.muscles);
  expect(more.notes[0]).toBe('1 muscle left out: the bones are missing, or cannot move against each other.');
});

test('a ring of bones is opened, loose bones are left out, and both are said', () => {
  const joint = (id: number, x: number, y: number) => ({ id, x, y, weight: 1 });
  const bone = (id: number, a: number, b: number) => ({ id, startJointID: a, endJointID: b, weight: 1, legacy: false });
  const joints = [joint(1, 0, 0), joint(2, 5, 0), joint(3, 5, 5), joint(4, 0, 5), joint(5, 20, 20), joint(6, 25, 20)];
  const square = [bone(11, 1, 2), bone(12, 2, 3), bone(13, 3, 4), bone(14, 4, 1)];
  const { plan, notes } = importOf({
    name: 'Square',
    joints,
    bones: [...square, bone(15, 5, 6), bone(16, 1, 77)],
    muscles: [],
  });
  expect(plan.parts.length).toBe(4);
  expect(notes).toEqual([
    '2 bones left out, of which an end is missing or which hang loose.',
    '1 ring of bones opened at a joint: a body is a tree of parts.',
  ]);
});

test.each([
  [{ bones: [] }, 'a.json has no two bones that a joint connects'],
  [{ joints: [{ id: 1, x: 1e9, y: 0 }] }, 'a.json: joints[0].x is 1000000000'],
  [{ bones: 'none' }, 'a.json: bones'],
])('a creature with %o is refused', (change, words) => {
  expect(() => importOf({ ...read('compasses'), ...change })).toThrow(words);
});

test('one with more bones than a body may have parts says how many', () => {
  const joints = Array.from({ length: 41 }, (_, id) => ({ id, x: 3 * id, y: id % 2, weight: 1 }));
  const bones = Array.from({ length: 40 }, (_, i) => ({ id: 100 + i, startJointID: i, endJointID: i + 1, weight: 1 }));
  expect(() => importOf({ name: 'Long', joints, bones, muscles: [] })).toThrow('40 bones that move');
});
