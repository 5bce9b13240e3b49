import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyFromDocument } from '../../src/format/body-document.ts';
import { kindOfDocument } from '../../src/format/recognise.ts';

const strider = JSON.parse(readFileSync(new URL('../fixtures/embodiments/strider.json', import.meta.url), 'utf8'));

test('a body of TeachMyAgent keeps its measures, its motors and what its parts are', () => {
  expect(kindOfDocument(strider)).toBe('embodiment');
  const { plan, notes } = bodyFromDocument(strider, 'a.json');
  expect(notes).toEqual([]);
  expect(plan.parts.map(({ name, role, layer }) => `${name} ${role} ${layer}`)).toEqual([
    'hull 1 torso 0',
    'leg 2 limb -1',
    'lower 3 foot -1',
    'leg 4 limb 1',
    'lower 5 foot 1',
  ]);
  expect(plan.parts[0]).toMatchObject({ position: [0, 3], density: 5, friction: 0.1 });
  expect(plan.joints[1]).toEqual({
    ...{ name: 'joint 2', parent: 'leg 2', child: 'lower 3', anchor: [0, 1.9], limits: [-1.6, -0.1] },
    ...{ torque: 80, speed: 6 },
  });
});

test('further shapes of a part are left out, and it is said', () => {
  const [hull, ...rest] = strider.body_parts;
  const head = { radius: 0.2, density: 1, friction: 0.1 };
  const more = { ...strider, body_parts: [{ ...hull, fixtures: [...hull.fixtures, head] }, ...rest] };
  expect(bodyFromDocument(more, 'a.json').notes).toEqual([
    '1 shape left out: a part has one, the first of its fixtures.',
  ]);
});

test.each([
  [{ joints: strider.joints.slice(1) }, 'hangs on no joint'],
  [{ joints: [{ ...strider.joints[0], bodyB: 40 }, ...strider.joints.slice(1)] }, 'which is no part'],
  [{ body_parts: [{ ...strider.body_parts[0], fixtures: [] }] }, 'a.json: body_parts[0].fixtures'],
])('one with %o is refused', (change, words) => {
  expect(() => bodyFromDocument({ ...strider, ...change }, 'a.json')).toThrow(words);
});
