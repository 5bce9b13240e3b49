import { cos, sin } from '../../math/portable.ts';
import {
  ANGULAR_SLOP,
  AT_LOWER,
  clamp,
  EQUAL,
  type HingeState,
  INACTIVE,
  inverse,
  LINEAR_SLOP,
  MAX_CORRECTION,
} from './hinge-state.ts';

/** b2RevoluteJoint::SolvePositionConstraints: moves both bodies until the hinge is closed and its limit kept. */
export function solvePositionConstraints(this: HingeState): boolean {
  const { m_bodyA: bodyA, m_bodyB: bodyB } = this;
  const { c: cA } = bodyA.c_position;
  const { c: cB } = bodyB.c_position;
  const mA = bodyA.m_invMass;
  const mB = bodyB.m_invMass;
  const iA = bodyA.m_invI;
  const iB = bodyB.m_invI;
  let aA = bodyA.c_position.a;
  let aB = bodyB.c_position.a;
  let angularError = 0;
  if (this.m_limitState !== INACTIVE) {
    const angle = aB - aA - this.m_referenceAngle;
    let error: number;
    if (this.m_limitState === EQUAL) {
      error = clamp(angle - this.m_lowerAngle, -MAX_CORRECTION, MAX_CORRECTION);
      angularError = Math.abs(error);
    } else if (this.m_limitState === AT_LOWER) {
      error = angle - this.m_lowerAngle;
      angularError = -error;
      error = clamp(error + ANGULAR_SLOP, -MAX_CORRECTION, 0);
    } else {
      error = angle - this.m_upperAngle;
      angularError = error;
      error = clamp(error - ANGULAR_SLOP, 0, MAX_CORRECTION);
    }
    const turn = -this.m_motorMass * error;
    aA -= iA * turn;
    aB += iB * turn;
  }
  const sA = sin(aA);
  const cosA = cos(aA);
  const sB = sin(aB);
  const cosB = cos(aB);
  const lAx = this.m_localAnchorA.x - bodyA.m_sweep.localCenter.x;
  const lAy = this.m_localAnchorA.y - bodyA.m_sweep.localCenter.y;
  const lBx = this.m_localAnchorB.x - bodyB.m_sweep.localCenter.x;
  const lBy = this.m_localAnchorB.y - bodyB.m_sweep.localCenter.y;
  const rAx = cosA * lAx - sA * lAy;
  const rAy = sA * lAx + cosA * lAy;
  const rBx = cosB * lBx - sB * lBy;
  const rBy = sB * lBx + cosB * lBy;
  const openX = cB.x + rBx - (cA.x + rAx);
  const openY = cB.y + rBy - (cA.y + rAy);
  const k11 = mA + mB + iA * rAy * rAy + iB * rBy * rBy;
  const k12 = -iA * rAx * rAy - iB * rBx * rBy;
  const k22 = mA + mB + iA * rAx * rAx + iB * rBx * rBx;
  const inverse22 = inverse(k11 * k22 - k12 * k12);
  const x = -(inverse22 * (k22 * openX - k12 * openY));
  const y = -(inverse22 * (k11 * openY - k12 * openX));
  cA.x -= mA * x;
  cA.y -= mA * y;
  cB.x += mB * x;
  cB.y += mB * y;
  bodyA.c_position.a = aA - iA * (rAx * y - rAy * x);
  bodyB.c_position.a = aB + iB * (rBx * y - rBy * x);
  return Math.sqrt(openX * openX + openY * openY) <= LINEAR_SLOP && angularError <= ANGULAR_SLOP;
}
