// The one door to planck: whatever of it is not as it comes is set here.
import './math-patch.ts';
import planck from 'planck/dist/planck.js';
import './math-restore.ts';
import type { World } from 'planck';
import { type BodyPlace, boundsKeeper, synchronizeTransform } from './body-bounds.ts';
import { solveVelocityConstraint } from './contact-velocity.ts';
import { solvePositionConstraints } from './hinge-position.ts';
import { initVelocityConstraints, solveVelocityConstraints } from './hinge-velocity.ts';
import { sortPairs } from './pair-order.ts';
import { keepArrays, type WorldInside } from './world-internals.ts';

/** A world as planck itself sees it. */
export const inside = (world: World) => world as unknown as WorldInside;

Object.assign(planck.RevoluteJoint.prototype, {
  initVelocityConstraints,
  solveVelocityConstraints,
  solvePositionConstraints,
});
const body = planck.Body.prototype as unknown as { synchronizeFixtures: (this: BodyPlace) => void };
Object.assign(body, { synchronizeTransform, synchronizeFixtures: boundsKeeper(body.synchronizeFixtures) });
Object.assign(planck.Contact.prototype, { solveVelocityConstraint });
// Told at every contact of every step, to nobody here.
Object.assign(planck.World.prototype, { preSolve() {}, postSolve() {} });
const pattern = inside(new planck.World());
keepArrays(pattern);
sortPairs(pattern.m_broadPhase);

export type { Body, Contact, PolygonShape, RevoluteJoint, World } from 'planck';
export { planck };
