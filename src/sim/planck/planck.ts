// The only module that imports planck. It patches planck's prototypes: portable trigonometry, faster solvers, order.
import './math-patch.ts';
import planck from 'planck/dist/planck.js';
import './math-restore.ts';
import type { World } from 'planck';
import { type BodyInternals, fastSynchronizeFixtures, synchronizeTransform } from './body-bounds.ts';
import { solveVelocityConstraint } from './contact-velocity.ts';
import { solvePositionConstraints } from './hinge-position.ts';
import { initVelocityConstraints, solveVelocityConstraints } from './hinge-velocity.ts';
import { sortPairs } from './pair-order.ts';
import { reuseSolverArrays, type WorldInternals } from './world-internals.ts';

/** Gives access to a world's internals. */
export const internalsOf = (world: World) => world as unknown as WorldInternals;

Object.assign(planck.RevoluteJoint.prototype, {
  initVelocityConstraints,
  solveVelocityConstraints,
  solvePositionConstraints,
});
const body = planck.Body.prototype as unknown as { synchronizeFixtures: (this: BodyInternals) => void };
Object.assign(body, { synchronizeTransform, synchronizeFixtures: fastSynchronizeFixtures(body.synchronizeFixtures) });
Object.assign(planck.Contact.prototype, { solveVelocityConstraint });
// Events of every contact in every step, which have no listeners here.
Object.assign(planck.World.prototype, { preSolve() {}, postSolve() {} });
const world = internalsOf(new planck.World());
reuseSolverArrays(world);
sortPairs(world.m_broadPhase);

export type { Body, Contact, PolygonShape, RevoluteJoint, World } from 'planck';
export { planck };
