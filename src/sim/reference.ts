import type { BodyPlan } from '../creature/body-plan.ts';
import type { Physics, PhysicsSettings } from './physics.ts';
import type { Terrain } from './terrain.ts';

/** Makes a world. */
export type CreatePhysics = (plan: BodyPlan, terrain: Terrain, settings: PhysicsSettings) => Physics;

/** Thrown by an episode that needs planck before it is loaded: `loadReference`, then simulate the episode again. */
export class ReferenceNeeded extends Error {
  constructor() {
    super('this episode needs the reference physics, which is not loaded');
  }
}

let create: CreatePhysics | undefined;

/** Makes planck known to this thread. */
export function setReference(createPlanckPhysics: CreatePhysics): void {
  create = createPlanckPhysics;
}

/** Loads planck, which is a tenth of the page's code, and which hardly any episode needs. */
export async function loadReference(): Promise<void> {
  if (create === undefined) setReference((await import('./planck-physics.ts')).createPlanckPhysics);
}

/** planck's way to make a world. Throws ReferenceNeeded before it is loaded. */
export function reference(): CreatePhysics {
  if (create === undefined) throw new ReferenceNeeded();
  return create;
}

/** Simulates with planck at hand: again after loading it, if the first attempt needs it. */
export async function withReference<Result>(simulate: () => Result): Promise<Result> {
  try {
    return simulate();
  } catch (error) {
    if (!(error instanceof ReferenceNeeded)) throw error;
  }
  await loadReference();
  return simulate();
}
