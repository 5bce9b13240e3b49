interface Vec {
  x: number;
  y: number;
}

interface JointBody {
  m_sweep: { localCenter: Vec };
  m_xf: { q: { s: number; c: number } };
  /** How often its transform was set from its sweep; see `body-bounds.ts`. */
  moves?: number;
  m_invMass: number;
  m_invI: number;
  c_position: { c: Vec; a: number };
  c_velocity: { v: Vec; w: number };
}

/** planck's TimeStep, as far as the solvers read it. */
export interface Step {
  dt: number;
  dtRatio: number;
  warmStarting: boolean;
  blockSolve: boolean;
}

/** planck 1.5.0's RevoluteJoint from the inside, as far as its solver goes, and what we keep beside it for one step. */
export interface HingeState {
  m_bodyA: JointBody;
  m_bodyB: JointBody;
  m_localAnchorA: Vec;
  m_localAnchorB: Vec;
  m_referenceAngle: number;
  m_enableMotor: boolean;
  m_enableLimit: boolean;
  m_lowerAngle: number;
  m_upperAngle: number;
  m_motorSpeed: number;
  m_maxMotorTorque: number;
  m_motorImpulse: number;
  m_motorMass: number;
  m_limitState: number;
  m_impulse: Vec & { z: number };
  prepared?: Prepared;
}

/** What holds for all iterations of one step: radii from centres to hinge, the symmetric mass matrix, its inverse determinants. */
export interface Prepared {
  rAx: number;
  rAy: number;
  rBx: number;
  rBy: number;
  k11: number;
  k12: number;
  k13: number;
  k22: number;
  k23: number;
  k33: number;
  inverse22: number;
  inverse33: number;
}

export const unprepared = (): Prepared => ({
  rAx: 0,
  rAy: 0,
  rBx: 0,
  rBy: 0,
  k11: 0,
  k12: 0,
  k13: 0,
  k22: 0,
  k23: 0,
  k33: 0,
  inverse22: 0,
  inverse33: 0,
});

/** planck's LimitState. */
export const INACTIVE = 0;
export const AT_LOWER = 1;
export const AT_UPPER = 2;
export const EQUAL = 3;

/** planck's Settings: metres and radians of error left alone, and the most that one iteration corrects. */
export const LINEAR_SLOP = 0.005;
export const ANGULAR_SLOP = (2 / 180) * Math.PI;
export const MAX_CORRECTION = (8 / 180) * Math.PI;

/** Which of its limits a joint is at. */
export function limitState({ m_enableLimit, m_upperAngle, m_lowerAngle }: HingeState, angle: number): number {
  if (!m_enableLimit) return INACTIVE;
  if (Math.abs(m_upperAngle - m_lowerAngle) < 2 * ANGULAR_SLOP) return EQUAL;
  return angle <= m_lowerAngle ? AT_LOWER : angle >= m_upperAngle ? AT_UPPER : INACTIVE;
}

export const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** 1 / determinant, or 0 for a matrix that has no inverse, as planck takes it. */
export const inverse = (determinant: number) => (determinant !== 0 ? 1 / determinant : determinant);
