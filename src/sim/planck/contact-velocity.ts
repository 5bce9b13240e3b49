import { clamp, type Step } from './hinge-state.ts';

interface Vec {
  x: number;
  y: number;
}

interface ContactBody {
  c_velocity: { v: Vec; w: number };
}

interface ContactPoint {
  rA: Vec;
  rB: Vec;
  normalImpulse: number;
  tangentImpulse: number;
  normalMass: number;
  tangentMass: number;
  velocityBias: number;
}

interface Matrix {
  ex: Vec;
  ey: Vec;
}

/** planck 1.5.0's Contact from the inside, as far as its velocity solver goes. */
export interface ContactState {
  m_fixtureA: { m_body: ContactBody };
  m_fixtureB: { m_body: ContactBody };
  v_invMassA: number;
  v_invMassB: number;
  v_invIA: number;
  v_invIB: number;
  v_normal: Vec;
  v_friction: number;
  v_tangentSpeed: number;
  v_points: [ContactPoint, ContactPoint];
  v_pointCount: number;
  v_K: Matrix;
  v_normalMass: Matrix;
}

/**
 * planck's Contact.solveVelocityConstraint (b2ContactSolver::SolveVelocityConstraints) with the same arithmetic in the same
 * order, so the same bits, but on numbers. tests/sim/planck/contact.test.ts holds it against planck's own.
 */
export function solveVelocityConstraint(this: ContactState, step: Step): void {
  const velocityA = this.m_fixtureA.m_body.c_velocity;
  const velocityB = this.m_fixtureB.m_body.c_velocity;
  const { v_invMassA: mA, v_invMassB: mB, v_invIA: iA, v_invIB: iB, v_friction, v_tangentSpeed } = this;
  const { x: nx, y: ny } = this.v_normal;
  const count = this.v_pointCount;
  let ax = velocityA.v.x;
  let ay = velocityA.v.y;
  let wA = velocityA.w;
  let bx = velocityB.v.x;
  let by = velocityB.v.y;
  let wB = velocityB.w;

  // Friction first: not to slip through matters more than not to slide.
  for (let j = 0; j < count; j++) {
    const point = this.v_points[j] as ContactPoint;
    const { rA, rB } = point;
    const driftX = bx + -wB * rB.y - ax - -wA * rA.y;
    const driftY = by + wB * rB.x - ay - wA * rA.x;
    const most = v_friction * point.normalImpulse;
    const wanted = point.tangentImpulse + point.tangentMass * -(driftX * ny + driftY * -nx - v_tangentSpeed);
    const impulse = clamp(wanted, -most, most);
    const change = impulse - point.tangentImpulse;
    point.tangentImpulse = impulse;
    const x = change * ny;
    const y = change * -nx;
    ax -= mA * x;
    ay -= mA * y;
    wA -= iA * (rA.x * y - rA.y * x);
    bx += mB * x;
    by += mB * y;
    wB += iB * (rB.x * y - rB.y * x);
  }

  if (count === 2 && step.blockSolve) {
    const [one, two] = this.v_points;
    const { rA: rA1, rB: rB1 } = one;
    const { rA: rA2, rB: rB2 } = two;
    const before1 = one.normalImpulse;
    const before2 = two.normalImpulse;
    const speed1 = (bx + -wB * rB1.y - ax - -wA * rA1.y) * nx + (by + wB * rB1.x - ay - wA * rA1.x) * ny;
    const speed2 = (bx + -wB * rB2.y - ax - -wA * rA2.y) * nx + (by + wB * rB2.x - ay - wA * rA2.x) * ny;
    const { ex: k1, ey: k2 } = this.v_K;
    const goal1 = speed1 - one.velocityBias - (k1.x * before1 + k2.x * before2);
    const goal2 = speed2 - two.velocityBias - (k1.y * before1 + k2.y * before2);
    const { ex: m1, ey: m2 } = this.v_normalMass;
    let x1 = -(m1.x * goal1 + m2.x * goal2);
    let x2 = -(m1.y * goal1 + m2.y * goal2);
    let solved = x1 >= 0 && x2 >= 0;
    if (!solved) {
      x1 = -one.normalMass * goal1;
      x2 = 0;
      solved = x1 >= 0 && k1.y * x1 + goal2 >= 0;
    }
    if (!solved) {
      x1 = 0;
      x2 = -two.normalMass * goal2;
      solved = x2 >= 0 && k2.x * x2 + goal1 >= 0;
    }
    if (!solved) {
      x1 = 0;
      x2 = 0;
      solved = goal1 >= 0 && goal2 >= 0;
    }
    if (solved) {
      const change1 = x1 - before1;
      const change2 = x2 - before2;
      const p1x = change1 * nx;
      const p1y = change1 * ny;
      const p2x = change2 * nx;
      const p2y = change2 * ny;
      ax = -mA * p1x + -mA * p2x + 1 * ax;
      ay = -mA * p1y + -mA * p2y + 1 * ay;
      wA -= iA * (rA1.x * p1y - rA1.y * p1x + (rA2.x * p2y - rA2.y * p2x));
      bx = mB * p1x + mB * p2x + 1 * bx;
      by = mB * p1y + mB * p2y + 1 * by;
      wB += iB * (rB1.x * p1y - rB1.y * p1x + (rB2.x * p2y - rB2.y * p2x));
      one.normalImpulse = x1;
      two.normalImpulse = x2;
    }
  } else {
    for (let j = 0; j < count; j++) {
      const point = this.v_points[j] as ContactPoint;
      const { rA, rB } = point;
      const driftX = bx + -wB * rB.y - ax - -wA * rA.y;
      const driftY = by + wB * rB.x - ay - wA * rA.x;
      const wanted = point.normalImpulse + -point.normalMass * (driftX * nx + driftY * ny - point.velocityBias);
      const impulse = Math.max(wanted, 0);
      const change = impulse - point.normalImpulse;
      point.normalImpulse = impulse;
      const x = change * nx;
      const y = change * ny;
      ax -= mA * x;
      ay -= mA * y;
      wA -= iA * (rA.x * y - rA.y * x);
      bx += mB * x;
      by += mB * y;
      wB += iB * (rB.x * y - rB.y * x);
    }
  }
  velocityA.v.x = ax;
  velocityA.v.y = ay;
  velocityA.w = wA;
  velocityB.v.x = bx;
  velocityB.v.y = by;
  velocityB.w = wB;
}
