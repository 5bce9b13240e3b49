import type { BodyPlan, Point } from '../../creature/body-plan.ts';
import { startOf } from '../lowest-point.ts';
import type { PhysicsSettings } from '../physics.ts';
import type { Terrain } from '../terrain.ts';
import { clearContacts } from './contacts.ts';
import { groundMemory } from './ground.ts';
import { writeJoint } from './joint-record.ts';
import type { Memory } from './memory.ts';
import { modelFor } from './model.ts';
import { writePart } from './part-record.ts';
import {
  NEXT_END,
  P_ENDS,
  PART_I,
  PARTS_I,
  W_ALPHA,
  W_CONTINUOUS,
  W_DT,
  W_DT_RATIO,
  W_GRAVITY,
  W_IS_NEW,
  W_JOINTS,
  W_PARTS,
  W_POSITION_ITERATIONS,
  W_SEED,
  W_SLEEPS,
  W_VELOCITY_ITERATIONS,
} from './slots.ts';

/** A world's memory, and the mass of its creature, kg. */
export interface World extends Memory {
  mass: number;
}

/**
 * A new world with the creature on the ground, as `createPlanckPhysics` makes it. Undefined for what the core has no room for,
 * or what planck would change.
 */
export function createWorld(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): World | undefined {
  const model = modelFor(plan);
  const memory = model && groundMemory(terrain, settings.engine === 'javascript' ? 'javascript' : 'wasm');
  if (!model || !memory) return undefined;
  const { F, I } = memory;
  const { gravity, physicsRate, velocityIterations, positionIterations, continuous, sleep = false } = settings;
  F[W_DT] = 1 / physicsRate;
  F[W_GRAVITY] = -gravity;
  F[W_DT_RATIO] = 0;
  F[W_ALPHA] = 0;
  I[W_PARTS] = model.parts.length;
  I[W_JOINTS] = model.joints.length;
  I[W_IS_NEW] = 1;
  I[W_SLEEPS] = sleep ? 1 : 0;
  I[W_CONTINUOUS] = continuous ? 1 : 0;
  I[W_SEED] = -1;
  // planck's World.step takes its own defaults for 0 and for numbers that are not whole.
  I[W_VELOCITY_ITERATIONS] = Number.isInteger(velocityIterations) && velocityIterations !== 0 ? velocityIterations : 8;
  I[W_POSITION_ITERATIONS] = Math.ceil(positionIterations) || 3;
  clearContacts(I);
  const start: Point = startOf(plan, terrain);
  for (const [k, part] of model.parts.entries()) writePart(F, I, k, part, start, terrain.friction);
  for (const [k, { joint, parent, child }] of model.joints.entries()) {
    writeJoint(F, I, k, joint, parent, child, start);
    // A part's list of joints begins with the last one, with its end as a parent before that as a child.
    for (const [side, part] of [parent, child].entries()) {
      const list = PARTS_I + part * PART_I + P_ENDS;
      I[NEXT_END + 2 * k + side] = I[list]!;
      I[list] = 2 * k + side;
    }
  }
  return { ...memory, mass: model.parts.reduce((sum, { mass }) => sum + mass, 0) };
}
