import { expect, test } from 'vitest';
import { bodies } from '../../../src/creature/bodies.ts';
import type { BodyPlan } from '../../../src/creature/body-plan.ts';
import { createFlatPhysics } from '../../../src/sim/flat/flat-physics.ts';
import type { Physics, PhysicsSettings } from '../../../src/sim/physics.ts';
import { createPlanckPhysics } from '../../../src/sim/planck-physics.ts';
import type { Terrain } from '../../../src/sim/terrain.ts';
import { puppet, puppetWith } from '../../creature/puppet.ts';
import { level } from '../ground.ts';

const usual: PhysicsSettings = {
  gravity: 10,
  physicsRate: 60,
  velocityIterations: 8,
  positionIterations: 3,
  continuous: false,
};

/** All that can be read of a world. */
const stateOf = (physics: Physics) => [
  ...physics.plan.parts.flatMap((_, k) => [
    ...[physics.x(k), physics.y(k), physics.angle(k), physics.vx(k), physics.vy(k), physics.omega(k)],
    ...[physics.touches(k), physics.touchFlag(k), physics.hasTouched(k)],
  ]),
  ...physics.plan.joints.flatMap((_, j) => [
    ...[physics.jointAngle(j), physics.jointSpeed(j), physics.motorTorque(j), physics.effort(j)],
  ]),
  physics.isBroken,
];

/** The flat world and planck's, and how often the flat one handed over. */
function pair(plan: BodyPlan, terrain: Terrain = level(), settings = usual) {
  let handovers = 0;
  const reference = () => {
    handovers++;
    return createPlanckPhysics(plan, terrain, settings);
  };
  const flat = createFlatPhysics(plan, terrain, settings, reference);
  return { flat, planck: createPlanckPhysics(plan, terrain, settings), handovers: () => handovers };
}

/** Does the same in both worlds, and expects the same state. */
function act({ flat, planck }: ReturnType<typeof pair>, what: (physics: Physics) => void): void {
  what(flat!);
  what(planck);
  expect(stateOf(flat!)).toEqual(stateOf(planck));
}

test('the sine of an angle of 0 has its sign, after that of -0', () => {
  // Its thighs stand at -0; from the first step on the angle is 0, as long as it falls.
  const { flat, planck } = pair(bodies.stroller, { ...level(), start: [0, 5] });
  const pose = (physics: Physics, part: number) => {
    const row = new Float64Array(5);
    physics.pose(part, row);
    return row;
  };
  expect(pose(flat!, 1)[3]).toBe(-0);
  for (const physics of [flat!, planck]) physics.step();
  for (const [part] of bodies.stroller.parts.entries()) expect(pose(flat!, part)).toEqual(pose(planck, part));
  expect(pose(flat!, 1)[3]).toBe(0);
});

test.each([
  ['300 m/s', (physics: Physics) => physics.push(300, 0)],
  ['many turns a second', (physics: Physics) => physics.twist(0, 1e5)],
])('no part moves by more in a step than planck allows, at %s', (_what, hurl) => {
  const worlds = pair(puppet, { ...level(), start: [0, 50] });
  act(worlds, hurl);
  for (let step = 0; step < 3; step++) act(worlds, (physics) => physics.step());
  expect(worlds.handovers()).toBe(0);
});

const drive = (...action: number[]) => Float64Array.from(action);

test.each([
  ['a force that is no number', (physics: Physics) => physics.force(1, Number.NaN, 0)],
  ['an endless torque', (physics: Physics) => physics.twist(0, Number.POSITIVE_INFINITY)],
  ['an endless push', (physics: Physics) => physics.push(Number.POSITIVE_INFINITY, 0)],
])('an episode goes on in planck after %s, as it would have from its start', (_what, harm) => {
  for (const continuous of [false, true]) {
    const worlds = pair(puppet, level(), { ...usual, continuous, drive: continuous ? 'servo' : 'torque' });
    act(worlds, (physics) => physics.push(1, 0));
    for (let step = 0; step < 30; step++) {
      act(worlds, (physics) => {
        if (step % 4 === 0) physics.drive(drive(0.5, -1));
        if (step % 5 === 0) physics.force(2, 3, 4);
        if (step % 7 === 0) physics.twist(1, -2);
        physics.step();
      });
    }
    expect(worlds.handovers()).toBe(0);
    act(worlds, (physics) => {
      harm(physics);
      physics.step();
    });
    expect(worlds.handovers()).toBe(1);
    for (let step = 0; step < 5; step++) act(worlds, (physics) => physics.step());
    act(worlds, (physics) => physics.drive(drive(0, 1)));
    worlds.flat?.release();
  }
});

test('an episode goes on in planck when there are more contacts than there is room for', () => {
  const wide = puppetWith(({ parts }) => {
    parts[1]!.shape = { kind: 'box', width: 20, height: 0.8 };
  });
  const fine = { ...level(), points: Float64Array.from({ length: 2002 }, (_, i) => (i % 2 === 0 ? i / 40 - 25 : 0)) };
  const worlds = pair(wide, fine);
  for (let step = 0; step < 60; step++) act(worlds, (physics) => physics.step());
  expect(worlds.handovers()).toBe(1);
});

test('a plan or a ground that planck would change is left to planck', () => {
  const dented = puppetWith(({ parts }) => {
    parts[0]!.shape = {
      kind: 'polygon',
      vertices: [
        [0, 0],
        [0.001, 0],
        [0, 0.001],
      ],
    };
  });
  expect(pair(dented).flat).toBeUndefined();
  expect(pair(puppet, { ...level(), points: Float64Array.of(0, 0) }).flat).toBeUndefined();
  const crumb: [number, number][] = [
    [0, 0],
    [0.001, 0],
    [0, 0.001],
  ];
  expect(pair(puppet, { ...level(), rocks: [crumb] }).flat).toBeUndefined();
});

test('parts that were pushed wake their creature in planck’s order', () => {
  const settings = { ...usual, sleep: true };
  for (let part = 0; part < bodies.quadruped.parts.length; part++) {
    const worlds = pair(bodies.quadruped, level(), settings);
    const rest = () => {
      for (let step = 0; step < 240; step++) act(worlds, (physics) => physics.step());
    };
    rest();
    const { planck } = worlds;
    expect(bodies.quadruped.parts.every((_, k) => planck.vx(k) === 0 && planck.omega(k) === 0)).toBe(true);
    act(worlds, (physics) => physics.force(part, 40, 60));
    rest();
    expect(worlds.handovers()).toBe(0);
  }
});

test('worlds side by side and one after the other in the same memory do not affect each other', () => {
  const alone = (plan: BodyPlan, terrain: Terrain) => {
    const physics = createPlanckPhysics(plan, terrain, usual);
    for (let step = 0; step < 40; step++) physics.step();
    return stateOf(physics);
  };
  const { biped, hopper, spider } = bodies;
  const stairs = { ...level(), points: Float64Array.of(-9, 0, -1, 0, -1, 0.1, 0, 0.1, 0, 0.2, 9, 0) };
  for (let round = 0; round < 3; round++) {
    const made = [biped, hopper, spider, puppet].map((plan, i) => {
      const terrain = i % 2 === 0 ? level() : stairs;
      return { plan, terrain, physics: pair(plan, terrain).flat! };
    });
    for (let step = 0; step < 40; step++) for (const { physics } of made) physics.step();
    for (const { plan, terrain, physics } of made) expect(stateOf(physics)).toEqual(alone(plan, terrain));
    for (const { physics } of made) {
      physics.release();
      // A second time must not offer the same memory twice.
      physics.release();
    }
  }
});
