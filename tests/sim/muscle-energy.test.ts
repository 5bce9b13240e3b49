/** @module-tag slow */

import { expect, test } from 'vitest';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { actuatorCount, musclesOf } from '../../src/creature/muscle.ts';
import { stream } from '../../src/math/rng.ts';
import { createPhysics } from '../../src/sim/create-physics.ts';
import { massOf } from '../../src/sim/flat/mass.ts';
import { boxPolygon } from '../../src/sim/flat/polygon.ts';
import type { Physics } from '../../src/sim/physics.ts';
import '../../src/sim/reference-at-hand.ts';
import { fastestUnderChance } from './fastest-part.ts';
import { level, settingsWith } from './ground.ts';
import { muscleBody } from './muscle-bodies.ts';

/** Bodies that live; `GAITLAB_BODIES=1000` for more. */
const BODIES = Number(process.env.GAITLAB_BODIES ?? 100);
const ENERGY_BODIES = 12;

/** Kinetic energy of a body of boxes and discs, J. */
function kineticEnergy({ parts }: BodyPlan): (physics: Physics) => number {
  const masses = parts.map((part) =>
    massOf(part, part.shape.kind === 'box' ? boxPolygon(part.shape.width, part.shape.height) : undefined),
  );
  return (physics) =>
    masses.reduce((sum, { mass, inverseInertia }, i) => {
      const [vx, vy, omega] = [physics.vx(i), physics.vy(i), physics.omega(i)];
      return sum + 0.5 * mass * (vx * vx + vy * vy) + (0.5 * omega * omega) / inverseInertia;
    }, 0);
}

/** What muscles did to a body without motors that floats without gravity, driven at random for 8 s and then relaxed for 2 s. */
function floating(seed: number, velocityIterations: number) {
  const drawn = muscleBody(seed);
  const plan = { ...drawn, joints: drawn.joints.map((joint) => ({ ...joint, torque: 0 })) };
  const settings = { ...settingsWith(), gravity: 0, velocityIterations };
  const physics = createPhysics(plan, level(), settings);
  const energyOf = kineticEnergy(plan);
  const rng = stream(seed, 'actions');
  const action = new Float64Array(actuatorCount(plan));
  physics.push(0, 3);
  const start = energyOf(physics);
  const found = { work: 0, peak: start, overStep: 0, overAll: Number.NEGATIVE_INFINITY, overRelaxed: 0 };
  let before = start;
  for (let step = 0; step < 600; step++) {
    if (rng.next() < 0.08) for (let j = 0; j < action.length; j++) action[j] = 2 * rng.next() - 1;
    if (step >= 480) action.fill(0);
    physics.drive(action);
    physics.step();
    let work = 0;
    for (let m = 0; m < musclesOf(plan).length; m++) work += physics.muscles!.power(m) / settings.physicsRate;
    const now = energyOf(physics);
    found.work += work;
    found.peak = Math.max(found.peak, now);
    found.overStep = Math.max(found.overStep, now - before - work);
    found.overAll = Math.max(found.overAll, now - start - found.work);
    if (step >= 480) found.overRelaxed = Math.max(found.overRelaxed, now - before);
    before = now;
  }
  physics.release();
  return found;
}

const seeds = Array.from({ length: ENERGY_BODIES }, (_, i) => i);

test('in no step does energy grow by more than the work of the muscles, where joints are solved to the end', () => {
  const found = seeds.map((seed) => floating(seed, 1000));
  // Joules, at energies of up to 100 J: what a thousand iterations leave unsolved.
  expect(Math.max(...found.map(({ overStep }) => overStep))).toBeLessThan(0.01);
  expect(Math.max(...found.map(({ overRelaxed }) => overRelaxed))).toBeLessThan(1e-6);
  // The muscles did move these bodies.
  expect(found.filter(({ peak, work }) => peak > 20 && work > 20).length).toBeGreaterThan(ENERGY_BODIES / 3);
});

test('at no time is there more energy than the muscles gave, with the usual iterations', () => {
  const found = seeds.map((seed) => floating(seed, 8));
  expect(Math.max(...found.map(({ overAll }) => overAll))).toBeLessThan(0.05);
});

test(`${BODIES} random bodies with muscles live 10 s of random actions, far below the speed that counts as failed`, () => {
  const speeds = Array.from({ length: BODIES }, (_, seed) => fastestUnderChance(muscleBody(seed), seed));
  // A life fails at 100 m/s; the fastest of a thousand reaches 28 m/s.
  expect(Math.max(...speeds)).toBeLessThan(40);
}, 600_000);
