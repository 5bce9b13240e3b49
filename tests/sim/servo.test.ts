import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { createPhysics } from '../../src/sim/create-physics.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import type { PhysicsSettings } from '../../src/sim/physics.ts';
import { effort } from '../../src/sim/reward.ts';
import { createServos, type MotorSettings, motorsOf } from '../../src/sim/servo.ts';
import { walk } from '../../src/sim/tasks/walk.ts';
import { puppet } from '../creature/puppet.ts';
import { level, settingsWith } from './ground.ts';

const usual: PhysicsSettings = {
  gravity: 0,
  physicsRate: 60,
  velocityIterations: 8,
  positionIterations: 3,
  continuous: false,
  drive: 'servo',
};
/** Far from any ground. */
const adrift = { ...level(), points: Float64Array.of(-50, 0, -40, 0) };

/** What servos tell the motors of a plan: a foot is down where it is said, joints are at some angle. */
function commanded(plan: BodyPlan, settings: MotorSettings, action: number[], angle = 0, down: readonly number[] = []) {
  const servos = createServos(plan, motorsOf(plan, settings), settings);
  const motors = plan.joints.map(() => [0, 0]);
  servos.setTargets(Float64Array.from(action));
  servos.command(
    (joint, ...motor) => {
      motors[joint] = motor;
    },
    (part) => down.includes(part),
    () => angle,
  );
  return motors;
}

describe('a servo', () => {
  // The puppet's joints turn from -0.5 to 0.7 rad, by at most 20 N·m and 5 rad/s.
  test('aims at a share of the way to a limit, at full torque', () => {
    expect(commanded(puppet, { servoGain: 2 }, [0.5, -0.5])).toEqual([
      [expect.closeTo(2 * 0.35, 12), 20],
      [expect.closeTo(2 * -0.25, 12), 20],
    ]);
    expect(commanded(puppet, { servoGain: 2 }, [9, 0], 0.1)[0]?.[0]).toBeCloseTo(2 * (0.7 - 0.1), 12);
  });

  test('is no faster than its joint, nor than its share of it', () => {
    expect(commanded(puppet, { servoGain: 50 }, [1, -1])).toEqual([
      [5, 20],
      [-5, 20],
    ]);
    expect(commanded(puppet, { servoGain: 50, topSpeed: 0.5, strength: 0.25 }, [1, -1])).toEqual([
      [2.5, 5],
      [-2.5, 5],
    ]);
  });

  test('is slower while its own leg’s foot is down', () => {
    const slow = { servoGain: 50, stanceSpeed: 0.4 };
    expect(commanded(puppet, slow, [1, -1], 0, [1]).map(([speed]) => speed)).toEqual([2, -5]);
    const foot = bodies.strider.parts.findIndex(({ name }) => name === 'left foot');
    const shares = commanded(
      bodies.strider,
      slow,
      bodies.strider.joints.map(() => 1),
      -7,
      [foot],
    ).map(([speed], j) => speed! / bodies.strider.joints[j]!.speed);
    const slowed = bodies.strider.joints.filter((_, j) => shares[j]! < 1).map(({ name }) => name);
    expect(slowed).toEqual(['left hip', 'left knee', 'left ankle']);
  });

  test('turns hips a share of the way to their limits, other joints the whole way', () => {
    const targets = (hipRange: number) =>
      commanded(
        bodies.strider,
        { servoGain: 1, topSpeed: 5, hipRange },
        bodies.strider.joints.map(() => 1),
      ).map(([speed]) => speed!);
    const shares = targets(0.5).map((target, j) => target / targets(1)[j]!);
    expect(bodies.strider.joints.filter((_, j) => shares[j] === 0.5).map(({ name }) => name)).toEqual([
      'left hip',
      'right hip',
    ]);
    expect(shares.filter((share) => share !== 0.5 && !Number.isNaN(share))).toSatisfy((rest: number[]) =>
      rest.every((share) => share === 1),
    );
  });

  test('gets there and stays there', () => {
    const physics = createPhysics(puppet, adrift, usual);
    physics.drive(Float64Array.of(0.5, -1));
    for (let i = 0; i < 120; i++) physics.step();
    expect(physics.jointAngle(0)).toBeCloseTo(0.35, 2);
    expect(physics.jointAngle(1)).toBeCloseTo(-0.5, 2);
    expect(Math.abs(physics.jointSpeed(0))).toBeLessThan(0.01);
  });

  test('uses what torque it takes, and that is its effort', () => {
    const physics = createPhysics(puppet, adrift, usual);
    physics.drive(Float64Array.of(1, 0));
    physics.step();
    expect(physics.effort(0)).toBe(physics.motorTorque(0) / 20);
    expect(physics.effort(0)).toBeGreaterThan(0.05);
    for (let i = 0; i < 120; i++) physics.step();
    expect(Math.abs(physics.effort(0))).toBeLessThan(0.01);
  });
});

test('by torque a joint’s effort is the action, as asked', () => {
  const physics = createPhysics(puppet, adrift, { ...usual, drive: 'torque' });
  physics.drive(Float64Array.of(0.25, -3));
  expect([physics.effort(0), physics.effort(1)]).toEqual([0.25, -3]);
});

test('strength and top speed hold for joints by torque as well', () => {
  const after = (settings: Partial<PhysicsSettings>) => {
    const physics = createPhysics(puppet, adrift, { ...usual, drive: 'torque', ...settings });
    physics.drive(Float64Array.of(1, 0));
    physics.step();
    return physics.motorTorque(0);
  };
  expect(after({ strength: 0.1 })).toBeCloseTo(2, 9);
  expect(after({ strength: 0.1, topSpeed: 0.05 })).toBeLessThan(2);
});

test('an environment charges servos for the torque they used, over all physics steps of a control step', () => {
  const settings = settingsWith({ drive: 'servo', controlEvery: 4 });
  const shares: number[] = [];
  const environment = createTaskEnvironment(puppet, walk, settings, ({ physics }) => {
    shares.push(Math.abs(physics.effort(0)), Math.abs(physics.effort(1)));
  });
  environment.reset(1);
  environment.step(Float64Array.of(0, 1));
  expect(effort(environment.state())).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / 4, 12);
  expect(effort(environment.state())).toBeGreaterThan(0.05);
});
