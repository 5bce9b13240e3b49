import { describe, expect, test } from 'vitest';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { corners } from '../../src/creature/corners.ts';
import { createPhysics } from '../../src/sim/create-physics.ts';
import type { Physics, PhysicsSettings } from '../../src/sim/physics.ts';
import type { Terrain } from '../../src/sim/terrain.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';
import { level } from './ground.ts';

const usual: PhysicsSettings = {
  gravity: 10,
  physicsRate: 60,
  velocityIterations: 8,
  positionIterations: 3,
  continuous: false,
};
const weightless = { ...usual, gravity: 0 };
/** Far from any ground, without gravity. */
const adrift = (plan: BodyPlan) => make(plan, { ...level(), points: Float64Array.of(-50, 0, -40, 0) }, weightless);
const make = (plan: BodyPlan, terrain = level(), settings = usual) => createPhysics(plan, terrain, settings);

function steps(physics: Physics, count: number, each: () => void = () => {}): void {
  for (let i = 0; i < count; i++) {
    physics.step();
    each();
  }
}

/** Height of the creature's lowest point in its current pose. */
function lowestNow(physics: Physics): number {
  return Math.min(
    ...physics.plan.parts.flatMap(({ shape }, i) => {
      if (shape.kind === 'circle') return [physics.y(i) - shape.radius];
      const [s, c] = [Math.sin(physics.angle(i)), Math.cos(physics.angle(i))];
      return corners(shape).map(([x, y]) => physics.y(i) + s * x + c * y);
    }),
  );
}

describe('a creature starts on the ground', () => {
  const ball = puppetWith(({ parts }) => {
    parts[1]!.shape = { kind: 'circle', radius: 0.6 };
  });
  const tilted = puppetWith(({ parts }) => {
    parts[2]!.angle = 0.4;
    parts[2]!.shape = {
      kind: 'polygon',
      vertices: [
        [-0.2, -0.5],
        [0.3, -0.4],
        [0, 0.5],
      ],
    };
  });

  test.each([
    ['boxes', puppet],
    ['a ball', ball],
    ['a leaning polygon', tilted],
  ])('with its lowest point a centimetre above it: %s', (_what, plan) => {
    for (const height of [0, -3, 2.5]) expect(lowestNow(make(plan, level(height)))).toBeCloseTo(height + 0.01, 12);
  });

  test('at the height of the ground at x = 0, in the pose of its plan', () => {
    const slope: Terrain = { ...level(), points: Float64Array.of(-10, -10, 10, 20) };
    const physics = make(puppet, slope);
    for (const [i, { position, angle }] of puppet.parts.entries()) {
      expect(physics.x(i)).toBeCloseTo(position[0], 12);
      expect(physics.y(i)).toBeCloseTo(position[1] + 5.01, 12);
      expect(physics.angle(i)).toBe(angle);
      expect([physics.vx(i), physics.vy(i), physics.omega(i)]).toEqual([0, 0, 0]);
    }
    for (const j of [0, 1]) expect([physics.jointAngle(j), physics.jointSpeed(j)]).toEqual([0, 0]);
  });
});

test('mass is area times density for boxes, polygons and circles', () => {
  expect(make(puppet).mass).toBeCloseTo(2 * 0.5 + 2 * (0.4 * 0.8), 12);
  const plan = puppetWith(({ parts }) => {
    parts[0]!.density = 3;
    parts[1]!.shape = { kind: 'circle', radius: 0.5 };
    parts[2]!.shape = {
      kind: 'polygon',
      vertices: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    };
  });
  expect(make(plan).mass).toBeCloseTo(3 + Math.PI / 4 + 0.5, 5);
});

test('a polygon turns around its true centroid', () => {
  // BipedalWalker's hull, whose centroid was 9 cm too low in older versions of planck.
  const hull: [number, number][] = [
    [-1, 0.3],
    [-1, -8 / 30],
    [34 / 30, -8 / 30],
    [34 / 30, 1 / 30],
    [0.2, 0.3],
  ];
  // By hand: the box around it, 64/30 by 17/30, less the triangle cut off at the upper right, 28/30 by 8/30.
  const [box, cut] = [(64 / 30) * (17 / 30), ((28 / 30) * (8 / 30)) / 2];
  const x = (box * (2 / 30) - cut * (34 / 30 - 28 / 90)) / (box - cut);
  const y = (box * (0.5 / 30) - cut * (0.3 - 8 / 90)) / (box - cut);
  expect(y).toBeCloseTo(-0.0056, 4);

  const plan = puppetWith(({ parts }) => {
    parts[0]!.shape = { kind: 'polygon', vertices: hull };
  });
  const physics = adrift(plan);
  physics.drive(Float64Array.of(1e-4, 1e-4));
  const [x0, y0] = [physics.x(0), physics.y(0)];
  steps(physics, 1);
  // In a step of h the centroid moves by v h and the frame turns around it by a small angle, which gives its position.
  const turned = physics.angle(0);
  expect(Math.abs(turned)).toBeGreaterThan(1e-9);
  expect((physics.y(0) - y0 - physics.vy(0) / 60) / -turned).toBeCloseTo(x, 4);
  expect((physics.x(0) - x0 - physics.vx(0) / 60) / turned).toBeCloseTo(y, 4);
});

describe('motors', () => {
  const first = (action: number) => {
    const physics = adrift(puppet);
    physics.drive(Float64Array.of(action, 0));
    physics.step();
    return physics;
  };

  test('turn the child against the parent in the direction of the sign', () => {
    expect(first(1).jointSpeed(0)).toBeGreaterThan(0.1);
    expect(first(-1).jointSpeed(0)).toBeLessThan(-0.1);
    expect(first(1).omega(1)).toBeGreaterThan(0);
    expect(first(1).omega(0)).toBeLessThan(0);
    expect(first(0).jointSpeed(0)).toBe(0);
  });

  test('give the share of their torque that the action’s size says, at most all of it', () => {
    const plan = puppetWith(({ joints }) => {
      joints[0]!.torque = 0.5;
    });
    for (const [action, torque] of [
      [0.5, 0.25],
      [-0.2, -0.1],
      [1, 0.5],
      [-7, -0.5],
      [0, 0],
    ]) {
      const physics = adrift(plan);
      physics.drive(Float64Array.of(action!, 0));
      physics.step();
      expect(physics.motorTorque(0)).toBeCloseTo(torque!, 9);
    }
  });

  test('do not exceed their speed', () => {
    const wheel = puppetWith(({ joints }) => {
      joints[0]!.limits = [-7, 7];
      joints[0]!.speed = 3;
    });
    const physics = adrift(wheel);
    physics.drive(Float64Array.of(1, 0));
    steps(physics, 30);
    expect(physics.jointSpeed(0)).toBeCloseTo(3, 3);
  });

  test('do not change the momentum of the creature', () => {
    const physics = adrift(puppet);
    const mass = [1, 0.32, 0.32];
    steps(physics, 20, () => physics.drive(Float64Array.of(1, -0.7)));
    for (const speed of [physics.vx, physics.vy]) {
      expect(mass.reduce((sum, m, i) => sum + m * speed(i), 0)).toBeCloseTo(0, 9);
    }
  });
});

test('joints stop at their limits, also at full torque', () => {
  for (const action of [1, -1]) {
    const physics = adrift(puppet);
    physics.drive(Float64Array.of(action, action));
    let [low, high] = [0, 0];
    steps(physics, 120, () => {
      low = Math.min(low, physics.jointAngle(0));
      high = Math.max(high, physics.jointAngle(0));
    });
    // Box2D corrects a violated limit softly, the more so with few iterations.
    expect(low).toBeGreaterThan(-0.5 - 0.1);
    expect(high).toBeLessThan(0.7 + 0.1);
    expect(physics.jointAngle(0)).toBeCloseTo(action > 0 ? 0.7 : -0.5, 1);
  }
});

test('parts of a creature pass through each other', () => {
  const overlapping = puppetWith(({ parts }) => {
    parts[1]!.position = [0, 1];
    parts[2]!.position = [0, 1];
  });
  const physics = adrift(overlapping);
  steps(physics, 10);
  for (const i of [0, 1, 2]) {
    expect(physics.touches(i)).toBe(false);
    expect([physics.vx(i), physics.vy(i), physics.omega(i)]).toEqual([0, 0, 0]);
  }
});

test('a creature comes to rest on the ground and on a block; only parts in contact touch', () => {
  const stiff = puppetWith(({ joints }) => {
    for (const joint of joints) joint.limits = [0, 0];
  });
  const physics = make(stiff);
  expect(physics.touches(1)).toBe(false);
  steps(physics, 60);
  expect([0, 1, 2].map(physics.touches)).toEqual([false, true, true]);
  expect(Math.abs(lowestNow(physics))).toBeLessThan(0.02);

  const onBlock = make(stiff, { ...level(), blocks: [{ x: 0, y: 0.25, width: 0.5, height: 0.5 }] });
  steps(onBlock, 20);
  // The block is between its feet and lower than its trunk.
  expect([0, 1, 2].map(onBlock.touches)).toEqual([false, true, true]);
  const underTrunk = make(stiff, { ...level(), blocks: [{ x: 0, y: 0.37, width: 0.5, height: 0.77 }] });
  steps(underTrunk, 20);
  expect(underTrunk.touches(0)).toBe(true);
});

test('a push adds to the velocity of every part', () => {
  const physics = adrift(puppet);
  physics.push(1.5, -0.5);
  physics.push(0.5, 0);
  for (const i of [0, 1, 2]) expect([physics.vx(i), physics.vy(i)]).toEqual([2, -0.5]);
  const before = physics.x(0);
  steps(physics, 30);
  expect(physics.x(0)).toBeCloseTo(before + 1, 9);
});

test('falls by the set gravity', () => {
  const physics = make(puppet, { ...level(), points: Float64Array.of(-50, 0, -40, 0) }, { ...usual, gravity: 2 });
  steps(physics, 60);
  expect(physics.vy(0)).toBeCloseTo(-2, 9);
});

test('continuous collision stops thin parts that would pass through the ground', () => {
  const thin = puppetWith(({ parts }) => {
    for (const part of parts) part.shape = { kind: 'box', width: 0.4, height: 0.02 };
  });
  const thrown = (continuous: boolean) => {
    const physics = make(thin, level(), { ...weightless, physicsRate: 30, continuous });
    physics.push(0, 30);
    steps(physics, 20);
    physics.push(0, -90);
    steps(physics, 20);
    return physics.y(0);
  };
  expect(thrown(false)).toBeLessThan(-1);
  expect(thrown(true)).toBeGreaterThan(0);
});

test('worlds do not affect each other', () => {
  const alone = make(puppet);
  steps(alone, 50, () => alone.drive(Float64Array.of(0.4, -1)));
  const [one, other] = [make(puppet), make(puppet)];
  steps(one, 50, () => {
    one.drive(Float64Array.of(0.4, -1));
    other.drive(Float64Array.of(-1, 1));
    other.step();
  });
  for (const i of [0, 1, 2]) {
    expect([one.x(i), one.y(i), one.angle(i), one.vx(i)]).toEqual([
      alone.x(i),
      alone.y(i),
      alone.angle(i),
      alone.vx(i),
    ]);
  }
});
