import { cos, sin } from '../../math/portable.ts';
import {
  AT_LOWER,
  AT_UPPER,
  clamp,
  EQUAL,
  type HingeState,
  INACTIVE,
  inverse,
  limitState,
  type Prepared,
  type Step,
  unprepared,
} from './hinge-state.ts';

// planck 1.5.0's RevoluteJoint solver with the same arithmetic in the same order, so the same bits, but on numbers where
// planck makes a vector for every term: a creature's joints are most of its work, and so it runs a third faster.
// tests/sim/planck/hinge.test.ts holds it against planck's own.

/** Box2D's b2RevoluteJoint::InitVelocityConstraints: the mass matrix at this pose, and last step's impulses once more. */
export function initVelocityConstraints(this: HingeState, step: Step): void {
  const { m_bodyA: bodyA, m_bodyB: bodyB, m_impulse: impulse } = this;
  const mA = bodyA.m_invMass;
  const mB = bodyB.m_invMass;
  const iA = bodyA.m_invI;
  const iB = bodyB.m_invI;
  const aA = bodyA.c_position.a;
  const aB = bodyB.c_position.a;
  const lAx = this.m_localAnchorA.x - bodyA.m_sweep.localCenter.x;
  const lAy = this.m_localAnchorA.y - bodyA.m_sweep.localCenter.y;
  const lBx = this.m_localAnchorB.x - bodyB.m_sweep.localCenter.x;
  const lBy = this.m_localAnchorB.y - bodyB.m_sweep.localCenter.y;
  // What the last step left in the transforms are the sines of the angles that this one starts with.
  const knowsA = bodyA.moves !== undefined;
  const knowsB = bodyB.moves !== undefined;
  const sA = knowsA ? bodyA.m_xf.q.s : sin(aA);
  const cA = knowsA ? bodyA.m_xf.q.c : cos(aA);
  const sB = knowsB ? bodyB.m_xf.q.s : sin(aB);
  const cB = knowsB ? bodyB.m_xf.q.c : cos(aB);
  const rAx = cA * lAx - sA * lAy;
  const rAy = sA * lAx + cA * lAy;
  const rBx = cB * lBx - sB * lBy;
  const rBy = sB * lBx + cB * lBy;
  const k11 = mA + mB + rAy * rAy * iA + rBy * rBy * iB;
  const k12 = -rAy * rAx * iA - rBy * rBx * iB;
  const k13 = -rAy * iA - rBy * iB;
  const k22 = mA + mB + rAx * rAx * iA + rBx * rBx * iB;
  const k23 = rAx * iA + rBx * iB;
  const k33 = iA + iB;

  this.prepared ??= unprepared();
  const p = this.prepared;
  p.rAx = rAx;
  p.rAy = rAy;
  p.rBx = rBx;
  p.rBy = rBy;
  p.k11 = k11;
  p.k12 = k12;
  p.k13 = k13;
  p.k22 = k22;
  p.k23 = k23;
  p.k33 = k33;
  p.inverse22 = inverse(k11 * k22 - k12 * k12);
  p.inverse33 = inverse(k11 * (k22 * k33 - k23 * k23) + k12 * (k23 * k13 - k12 * k33) + k13 * (k12 * k23 - k22 * k13));
  this.m_motorMass = k33 > 0 ? 1 / k33 : k33;
  if (!this.m_enableMotor) this.m_motorImpulse = 0;

  const state = limitState(this, aB - aA - this.m_referenceAngle);
  if (state === INACTIVE || (state !== EQUAL && state !== this.m_limitState)) impulse.z = 0;
  this.m_limitState = state;

  impulse.x *= step.dtRatio;
  impulse.y *= step.dtRatio;
  impulse.z *= step.dtRatio;
  this.m_motorImpulse *= step.dtRatio;
  const turnA = rAx * impulse.y - rAy * impulse.x + this.m_motorImpulse + impulse.z;
  const turnB = rBx * impulse.y - rBy * impulse.x + this.m_motorImpulse + impulse.z;
  push(this, impulse.x, impulse.y);
  bodyA.c_velocity.w -= iA * turnA;
  bodyB.c_velocity.w += iB * turnB;
}

/** Equal and opposite change of both bodies' velocities. */
function push({ m_bodyA: bodyA, m_bodyB: bodyB }: HingeState, x: number, y: number): void {
  const vA = bodyA.c_velocity.v;
  const vB = bodyB.c_velocity.v;
  vA.x -= bodyA.m_invMass * x;
  vA.y -= bodyA.m_invMass * y;
  vB.x += bodyB.m_invMass * x;
  vB.y += bodyB.m_invMass * y;
}

/** b2RevoluteJoint::SolveVelocityConstraints: the motor, then the hinge, with its limit when it is at one. */
export function solveVelocityConstraints(this: HingeState, step: Step): void {
  const { m_bodyA: bodyA, m_bodyB: bodyB, m_impulse: total } = this;
  const p = this.prepared as Prepared;
  const { rAx, rAy, rBx, rBy, k11, k12, inverse22 } = p;
  const vA = bodyA.c_velocity.v;
  const vB = bodyB.c_velocity.v;
  const iA = bodyA.m_invI;
  const iB = bodyB.m_invI;
  let wA = bodyA.c_velocity.w;
  let wB = bodyB.c_velocity.w;
  if (this.m_enableMotor && this.m_limitState !== EQUAL) {
    const before = this.m_motorImpulse;
    const most = step.dt * this.m_maxMotorTorque;
    this.m_motorImpulse = clamp(before + -this.m_motorMass * (wB - wA - this.m_motorSpeed), -most, most);
    const turn = this.m_motorImpulse - before;
    wA -= iA * turn;
    wB += iB * turn;
  }
  const driftX = vB.x + -wB * rBy - (vA.x + -wA * rAy);
  const driftY = vB.y + wB * rBx - (vA.y + wA * rAx);
  let x: number;
  let y: number;
  let z = 0;
  if (this.m_limitState === INACTIVE) {
    x = inverse22 * (p.k22 * -driftX - k12 * -driftY);
    y = inverse22 * (k11 * -driftY - k12 * -driftX);
  } else {
    const { k13, k22, k23, k33, inverse33 } = p;
    const driftZ = wB - wA;
    const cx = k22 * k33 - k23 * k23;
    const cy = k23 * k13 - k12 * k33;
    const cz = k12 * k23 - k22 * k13;
    x = -(inverse33 * (driftX * cx + driftY * cy + driftZ * cz));
    y = -(
      inverse33 *
      (k11 * (driftY * k33 - driftZ * k23) + k12 * (driftZ * k13 - driftX * k33) + k13 * (driftX * k23 - driftY * k13))
    );
    z = -(
      inverse33 *
      (k11 * (k22 * driftZ - k23 * driftY) + k12 * (k23 * driftX - k12 * driftZ) + k13 * (k12 * driftY - k22 * driftX))
    );
    const sum = total.z + z;
    const pulls = this.m_limitState === AT_LOWER ? sum < 0 : this.m_limitState === AT_UPPER && sum > 0;
    if (pulls) {
      // A limit only pushes: without it, the hinge alone has to take what is left.
      const restX = -1 * driftX + total.z * k13;
      const restY = -1 * driftY + total.z * k23;
      x = inverse22 * (k22 * restX - k12 * restY);
      y = inverse22 * (k11 * restY - k12 * restX);
      z = -total.z;
      total.z = 0;
    } else {
      total.z += z;
    }
  }
  total.x += x;
  total.y += y;
  push(this, x, y);
  bodyA.c_velocity.w = wA - iA * (rAx * y - rAy * x + z);
  bodyB.c_velocity.w = wB + iB * (rBx * y - rBy * x + z);
}
