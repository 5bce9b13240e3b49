import type { BodyPlan } from '../../../src/creature/body-plan.ts';
import { actuatorCount, musclesOf } from '../../../src/creature/muscle.ts';
import { stream } from '../../../src/math/rng.ts';
import { createFlatPhysics } from '../../../src/sim/flat/flat-physics.ts';
import { withMuscles } from '../../../src/sim/muscles.ts';
import '../../../src/sim/flat/wasm-at-hand.ts';
import type { Physics, PhysicsSettings } from '../../../src/sim/physics.ts';
import { createPlanckPhysics } from '../../../src/sim/planck-physics.ts';
import type { Terrain } from '../../../src/sim/terrain.ts';

/** Outcome of simulating an episode in all worlds. */
export interface Comparison {
  /** The first number that differs, in words; '' if none does. */
  difference: string;
  steps: number;
  /** Numbers that were compared. */
  numbers: number;
  /** Steps at whose end some part touched the ground. */
  touching: number;
  /** Whether a flat world handed over to planck, or never began. */
  handedOver: boolean;
}

const OF_PARTS = ['x', 'y', 'angle', 'vx', 'vy', 'omega', 'touches', 'touchFlag', 'hasTouched'] as const;
const OF_JOINTS = ['jointAngle', 'jointSpeed', 'motorTorque', 'effort'] as const;
const OF_MUSCLES = ['length', 'rate', 'power'] as const;

/** The first number of two worlds that differs, also in the sign of a zero. */
function differenceOf(one: Physics, other: Physics): string {
  if (!Object.is(one.mass, other.mass)) return `mass ${one.mass} instead of ${other.mass}`;
  if (one.isBroken !== other.isBroken) return `isBroken ${one.isBroken}`;
  for (const [names, count] of [
    [OF_PARTS, one.plan.parts.length],
    [OF_JOINTS, one.plan.joints.length],
  ] as const) {
    for (const name of names) {
      for (let k = 0; k < count; k++) {
        const [mine, theirs] = [one[name](k), other[name](k)];
        if (!Object.is(mine, theirs)) return `${name} ${k} is ${mine} instead of ${theirs}`;
      }
    }
  }
  for (let k = 0; k < one.plan.parts.length; k++) {
    const words = rowDifference(one, other, (world, row) => world.pose(k, row));
    if (words !== '') return `pose of part ${k}, ${words}`;
  }
  for (const name of OF_MUSCLES) {
    for (let m = 0; m < musclesOf(one.plan).length; m++) {
      const [mine, theirs] = [one.muscles![name](m), other.muscles![name](m)];
      if (!Object.is(mine, theirs)) return `${name} of muscle ${m} is ${mine} instead of ${theirs}`;
    }
  }
  const words = rowDifference(one, other, (world, row) => world.powers(row));
  return words === '' ? '' : `powers, ${words}`;
}

function rowDifference(one: Physics, other: Physics, write: (world: Physics, row: Float64Array) => void): string {
  const rows = [one, other].map((world) => {
    const row = new Float64Array(Math.max(5, world.plan.joints.length));
    write(world, row);
    return row;
  });
  const [mine, theirs] = rows as [Float64Array, Float64Array];
  const at = mine.findIndex((value, k) => !Object.is(value, theirs[k]));
  return at < 0 ? '' : `number ${at} is ${mine[at]} instead of ${theirs[at]}`;
}

const COMPARED = ['javascript', 'wasm'] as const;

/** How a creature is treated in a comparison. */
export interface Treatment {
  seed: number;
  steps: number;
  /** Steps between two random actions, and between two random pushes, forces and torques; 0 for none. */
  driveEvery: number;
  pushEvery: number;
  /** Initial push, m/s. */
  push: readonly [number, number];
}

/**
 * Simulates an episode in the flat world as JavaScript, in the one as WebAssembly and in planck, and compares every number after
 * every step.
 */
export function compareWorlds(
  plan: BodyPlan,
  terrain: Terrain,
  settings: PhysicsSettings,
  { seed, steps, driveEvery, pushEvery, push }: Treatment,
): Comparison {
  const found: Comparison = { difference: '', steps: 0, numbers: 0, touching: 0, handedOver: false };
  const reference = () => {
    found.handedOver = true;
    return createPlanckPhysics(plan, terrain, settings);
  };
  const flat = COMPARED.map((engine) => {
    const physics = createFlatPhysics(plan, terrain, { ...settings, engine }, reference) ?? reference();
    return { engine, physics: withMuscles(physics, settings) };
  });
  const planck = withMuscles(createPlanckPhysics(plan, terrain, settings), settings);
  const all = (act: (physics: Physics) => void) => {
    for (const { physics } of flat) act(physics);
    act(planck);
  };
  const muscleCount = musclesOf(plan).length;
  const rng = stream(seed, 'treatment');
  const random = (size: number) => size * (2 * rng.next() - 1);
  const part = () => Math.floor(rng.next() * plan.parts.length);
  all((physics) => physics.push(...push));
  for (let step = 0; step < steps && found.difference === ''; step++) {
    if (driveEvery > 0 && step % driveEvery === 0) {
      const action = Float64Array.from({ length: actuatorCount(plan) }, () => random(1.2));
      all((physics) => physics.drive(action));
    }
    if (pushEvery > 0 && step % pushEvery === pushEvery - 1) {
      const [k, x, y] = [part(), random(30), random(30)];
      const kind = Math.floor(3 * rng.next());
      if (kind === 0) all((physics) => physics.force(k, x, y));
      else if (kind === 1) all((physics) => physics.twist(k, x));
      else all((physics) => physics.push(x / 30, y / 30));
    }
    all((physics) => physics.step());
    found.steps++;
    found.numbers += plan.parts.length * (OF_PARTS.length + 5) + plan.joints.length * (OF_JOINTS.length + 1);
    found.numbers += muscleCount * OF_MUSCLES.length;
    if (plan.parts.some((_, k) => planck.touches(k))) found.touching++;
    for (const { engine, physics } of flat) {
      const words = differenceOf(physics, planck);
      if (words !== '') found.difference = `after step ${step + 1} as ${engine} ${words}`;
    }
  }
  all((physics) => physics.release());
  return found;
}
