// The one door to planck: whatever of it is not as it comes is set here.
import './math-patch.ts';
import planck from 'planck/dist/planck.js';
import './math-restore.ts';
import type { World } from 'planck';
import { solveVelocityConstraint } from './contact-velocity.ts';
import { solvePositionConstraints } from './hinge-position.ts';
import { initVelocityConstraints, solveVelocityConstraints } from './hinge-velocity.ts';
import { sortPairs } from './pair-order.ts';
import { keepArrays, type WorldInside } from './world-inside.ts';

/** A world as planck itself sees it. */
export const inside = (world: World) => world as unknown as WorldInside;

Object.assign(planck.RevoluteJoint.prototype, {
  initVelocityConstraints,
  solveVelocityConstraints,
  solvePositionConstraints,
});
Object.assign(planck.Contact.prototype, { solveVelocityConstraint });
const pattern = inside(new planck.World());
keepArrays(pattern);
sortPairs(pattern.m_broadPhase);

export type { Body, Contact, PolygonShape, RevoluteJoint, World } from 'planck';
export { planck };
