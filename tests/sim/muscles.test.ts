import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type BodyPlan, bodyPlanSchema } from '../../src/creature/body-plan.ts';
import { faultSentence } from '../../src/schema/fault.ts';
import { createPhysics } from '../../src/sim/create-physics.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import { forceAtLength, forceAtSpeed } from '../../src/sim/hill.ts';
import type { Task } from '../../src/sim/task.ts';
import { walk } from '../../src/sim/tasks/walk.ts';
import { level, settingsWith } from './ground.ts';

const box = (name: string, x: number) => ({
  name,
  shape: { kind: 'box', width: 0.4, height: 0.2 },
  position: [x, 1],
  angle: 0,
  density: 5,
  friction: 1,
  role: 'limb',
});

/** Two boxes on a hinge between them, with a muscle above it from middle to middle. */
const jaw = (muscle: object = {}) => ({
  name: 'jaw',
  title: 'Jaw',
  parts: [box('one', -0.2), box('other', 0.2)],
  joints: [
    {
      name: 'hinge',
      parent: 'one',
      child: 'other',
      anchor: [0, 1],
      limits: [-2, 2],
      torque: 0,
      speed: 1,
    },
  ],
  muscles: [
    {
      name: 'biter',
      from: 'one',
      to: 'other',
      anchors: [
        [0, 0.1],
        [0, 0.1],
      ],
      rest: 0.4,
      strength: 5,
      speed: 2,
      ...muscle,
    },
  ],
});

const bodyOf = (muscle?: object): BodyPlan => v.parse(bodyPlanSchema, jaw(muscle));

/** The world of a jaw after some steps without gravity at a constant action of its muscle. */
function after(steps: number, action: number, muscle?: object) {
  const physics = createPhysics(bodyOf(muscle), level(), { ...settingsWith(), gravity: 0 });
  physics.push(0, 2);
  physics.drive(Float64Array.of(0, action));
  for (let step = 0; step < steps; step++) physics.step();
  return physics;
}

test('a muscle pulls its parts together, more the more it is driven', () => {
  const [half, full] = [after(6, 0.5), after(6, 1)];
  expect(full.jointAngle(0)).toBeGreaterThan(1.5 * half.jointAngle(0));
  expect(half.jointAngle(0)).toBeGreaterThan(0.005);
  expect(full.muscles!.length(0)).toBeLessThan(0.4);
  expect(full.muscles!.rate(0)).toBeLessThan(0);
  expect(full.muscles!.power(0)).toBeGreaterThan(0);
});

test('its forces leave the momentum of the whole as it is', () => {
  const physics = after(6, 1);
  expect((physics.vx(0) + physics.vx(1)) / 2).toBeCloseTo(0, 9);
  expect((physics.vy(0) + physics.vy(1)) / 2).toBeCloseTo(2, 9);
  expect(physics.omega(0)).toBeCloseTo(-physics.omega(1), 6);
});

test('a negative action relaxes it, unless it pushes', () => {
  expect(after(6, -1).jointAngle(0)).toBe(0);
  expect(after(6, -1).effort(1)).toBe(0);
  const pushed = after(6, -1, { pushes: true });
  expect(pushed.jointAngle(0)).toBeLessThan(-0.01);
  expect(pushed.effort(1)).toBe(-1);
});

test('it brings its parts close to its top speed, and has no force left below its reach', () => {
  let fastest = 0;
  let isSlack = false;
  for (let steps = 1; steps < 60 && !isSlack; steps++) {
    const { muscles } = after(steps, 1, { strength: 8, speed: 0.5 });
    fastest = Math.max(fastest, -muscles!.rate(0));
    isSlack = muscles!.length(0) < 0.44 * 0.4;
    if (isSlack) expect(Math.abs(after(steps + 1, 1, { strength: 8, speed: 0.5 }).muscles!.power(0))).toBe(0);
  }
  expect(isSlack).toBe(true);
  expect(fastest).toBeGreaterThan(0.4);
  expect(fastest).toBeLessThan(0.75);
});

test('the force of Hill’s model: full at rest, none at top speed and out of reach, half as much again when it is lengthened', () => {
  expect([forceAtLength(1), forceAtLength(0.44), forceAtLength(1.6), forceAtLength(0.2)]).toEqual([
    1,
    expect.closeTo(0, 9),
    0,
    0,
  ]);
  expect([forceAtSpeed(0), forceAtSpeed(1), forceAtSpeed(7)]).toEqual([1, 0, 0]);
  expect(forceAtSpeed(0.2)).toBeCloseTo(0.8 / 1.8, 12);
  expect(forceAtSpeed(-1e9)).toBeCloseTo(1.5, 6);
  // One slope on both sides of rest.
  const slope = (from: number, to: number) => (forceAtSpeed(to) - forceAtSpeed(from)) / (to - from);
  expect(slope(-1e-6, 0)).toBeCloseTo(slope(0, 1e-6), 3);
  let last = 2;
  for (let speed = -3; speed < 1.2; speed += 0.01) {
    expect(forceAtSpeed(speed)).toBeLessThanOrEqual(last);
    last = forceAtSpeed(speed);
  }
});

test('an episode senses its length and rate, counts its work and its effort', () => {
  const environment = createTaskEnvironment(bodyOf({ strength: 80 }), walk as unknown as Task, settingsWith());
  const names = environment.sensors.map(({ name }) => name);
  const at = names.indexOf('biter length');
  expect(names.slice(at - 1, at + 2)).toEqual(['hinge speed', 'biter length', 'biter rate']);
  expect(environment.reset(1).observation[at]).toBeCloseTo(0, 9);
  const { observation } = environment.step(Float64Array.of(0.7, 1));
  expect(observation[at]).toBeLessThan(0);
  expect(observation[at + 1]).toBeLessThan(0);
  const { effort, gait } = environment.state();
  // The hinge has no motor.
  expect([...effort]).toEqual([0, expect.closeTo(1, 12)]);
  expect(gait.work).toBeGreaterThan(0);
});

test.each([
  [{ to: 'tail' }, 'muscles[0].to is "tail", which is no part'],
  [{ to: 'one' }, 'muscles[0].to must differ from its other part'],
  [{ name: 'hinge' }, 'muscles[0].name is "hinge", which another muscle or a joint has'],
  [{ rest: 0 }, 'muscles[0].rest'],
])('a plan with %o is refused', (change, words) => {
  const { issues } = v.safeParse(bodyPlanSchema, jaw(change));
  expect(faultSentence(issues![0])).toContain(words);
});
