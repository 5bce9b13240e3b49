import type { BodyPlan } from '../creature/body-plan.ts';
import { createFlatPhysics } from './flat/flat-physics.ts';
import { withMuscles } from './muscles.ts';
import type { Physics, PhysicsSettings } from './physics.ts';
import { reference } from './reference.ts';
import type { Terrain } from './terrain.ts';

/**
 * A new world with the creature and its muscles on the ground: over flat memory where that has room, or in planck, which gives the same bits.
 * Throws ReferenceNeeded, as its steps do, for an episode that needs planck before it is loaded.
 */
export function createPhysics(plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings): Physics {
  const inPlanck = () => reference()(plan, terrain, settings);
  const physics = settings.engine === 'planck' ? undefined : createFlatPhysics(plan, terrain, settings, inPlanck);
  return withMuscles(physics ?? inPlanck(), settings);
}
