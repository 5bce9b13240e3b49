/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BodyPlan, bodyPlanSchema } from '../../../src/creature/body-plan.ts';
import { parse } from '../../../src/schema/fault.ts';
import type { PhysicsSettings } from '../../../src/sim/physics.ts';
import type { Terrain } from '../../../src/sim/terrain.ts';
import { anyMuscles, hostilePlan } from '../hostile-plan.ts';
import { compareWorlds, type Treatment } from './same-world.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Often a round number, so that zeros, ends of pieces and straight corners meet exactly. */
const round = (min: number, max: number) =>
  fc.oneof(
    number(min, max),
    fc.integer({ min: Math.ceil(4 * min), max: Math.floor(4 * max) }).map((n) => n / 4),
  );
const point = (size: number) => fc.tuple(round(-size, size), round(-size, size));

const shape = fc.oneof(
  fc.record({ kind: fc.constant('box'), width: round(0.1, 2), height: round(0.1, 2) }),
  fc.record({ kind: fc.constant('circle'), radius: round(0.1, 1) }),
  fc.tuple(round(0.25, 1.5), round(0.25, 1.5), fc.integer({ min: 3, max: 8 })).map(([width, height, count]) => ({
    kind: 'polygon',
    vertices: Array.from({ length: count }, (_, i) => {
      const turn = (2 * Math.PI * i) / count + 0.3;
      return [width * Math.cos(turn), height * Math.sin(turn)];
    }),
  })),
);
const part = fc.record({
  shape,
  position: point(1.5),
  angle: fc.oneof(fc.constant(0), number(-4, 4)),
  density: round(0.25, 4),
  friction: round(0, 2),
  role: fc.constant('limb'),
});
const joint = fc.record({
  hold: number(0, 0.999),
  anchor: point(1),
  limits: fc.oneof(
    fc.constant([0, 0]),
    fc.tuple(number(-2, 0), number(0, 2)),
    fc.tuple(number(0.1, 0.4), number(0.5, 2)),
  ),
  torque: round(0, 100),
  speed: round(0, 10),
});
const muscle = fc.record({
  ends: fc.tuple(number(0, 0.999), number(0, 0.999)),
  anchors: fc.tuple(point(0.5), point(0.5)),
  rest: round(0.25, 2),
  strength: round(0, 400),
  speed: round(0.25, 5),
  pushes: fc.boolean(),
});
/** A creature of one to six parts of ordinary size. */
const ordinaryPlan = fc
  .array(fc.tuple(part, joint), { minLength: 2, maxLength: 6 })
  .chain((pieces) => anyMuscles(pieces.length, muscle).map((muscles) => ({ muscles, pieces })))
  .map(({ muscles, pieces }) => ({
    name: 'any',
    title: 'Any',
    parts: pieces.map(([each], i) => ({ name: `part ${i}`, ...each })),
    joints: pieces.slice(1).map(([, { hold, ...each }], i) => ({
      name: `joint ${i}`,
      parent: `part ${Math.floor(hold * (i + 1))}`,
      child: `part ${i + 1}`,
      ...each,
    })),
    ...(muscles.length > 0 && { muscles }),
  }));

const stone = fc.tuple(point(6), round(0.25, 1.5), fc.boolean()).map(([[x, y], size, isTurned]) => {
  const corners = [
    [x - size, y - size],
    [x + size, y - size],
    [x + size, y + size],
    [x, y + 1.5 * size],
  ] as [number, number][];
  return isTurned ? corners.reverse() : corners;
});
const terrain: fc.Arbitrary<Terrain> = fc.record({
  points: fc.array(fc.tuple(round(0.25, 3), round(-2, 2)), { minLength: 2, maxLength: 12 }).map((pieces) => {
    const points = [-8, 0];
    for (const [dx, dy] of pieces) points.push(points.at(-2)! + dx, points.at(-1)! + dy);
    return Float64Array.from(points);
  }),
  blocks: fc.array(fc.record({ x: round(-4, 4), y: round(-1, 1), width: round(0.25, 2), height: round(0.25, 2) }), {
    maxLength: 3,
  }),
  rocks: fc.array(stone, { maxLength: 3 }),
  pieces: fc.boolean(),
  start: fc.oneof(fc.constant([0, 1] as const), fc.tuple(round(-3, 3), round(-1, 4))),
  friction: round(0, 2),
  end: fc.constant(100),
});
const settings: fc.Arbitrary<PhysicsSettings> = fc.record({
  gravity: fc.oneof(fc.constant(10), fc.constant(0), number(0, 30)),
  physicsRate: fc.constantFrom(30, 50, 60, 120),
  velocityIterations: fc.integer({ min: 1, max: 20 }),
  positionIterations: fc.integer({ min: 1, max: 8 }),
  continuous: fc.boolean(),
  sleep: fc.boolean(),
  drive: fc.constantFrom('torque', 'servo'),
});
const treatment: fc.Arbitrary<Treatment> = fc.record({
  seed: fc.nat(),
  steps: fc.constant(80),
  driveEvery: fc.constantFrom(0, 1, 7, 40),
  pushEvery: fc.constantFrom(0, 5, 60),
  push: fc.oneof(fc.constant([0, 0] as const), fc.tuple(number(-20, 20), number(-40, 5))),
});

/** Runs for each property; `GAITLAB_FUZZ=10000` for more. */
const RUNS = Number(process.env.GAITLAB_FUZZ ?? 120);

test.each([
  ['of ordinary size', ordinaryPlan, RUNS],
  ['at the limits of what a plan may be', hostilePlan, RUNS / 2],
])(
  'any body %s on any ground has planck’s bits',
  (_name, plans, numRuns) => {
    let touching = 0;
    fc.assert(
      fc.property(plans, terrain, settings, treatment, (plan, ground, physics, how) => {
        const body: BodyPlan = parse(bodyPlanSchema, plan);
        const found = compareWorlds(body, ground, physics, how);
        touching += found.touching;
        expect(found.difference).toBe('');
      }),
      { seed: 16, numRuns },
    );
    expect(touching).toBeGreaterThan(numRuns * 20);
  },
  3_600_000,
);
