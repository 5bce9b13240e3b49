// Slots of a joint's record; see slots.ts. A is the parent, B the child.

// ---- In F
export const JOINT = 40;
/** The hinge in the parts' frames, from their centres of mass. */
export const J_LAX = 0;
export const J_LAY = 1;
export const J_LBX = 2;
export const J_LBY = 3;
/** Inverse masses and inertias of A and B. */
export const J_MA = 4;
export const J_MB = 5;
export const J_IA = 6;
export const J_IB = 7;
/** Angle of B against A at which the joint's angle is 0; the limits. */
export const J_REFERENCE = 8;
export const J_LOWER = 9;
export const J_UPPER = 10;
/** Speed and largest torque of the motor. */
export const J_SPEED = 11;
export const J_TORQUE = 12;
/** Impulses: of the motor, of the hinge (x, y), of a limit. */
export const J_MOTOR = 13;
export const J_X = 14;
export const J_Y = 15;
export const J_LIMIT = 16;
// What is constant within a step:
export const J_RAX = 17;
export const J_RAY = 18;
export const J_RBX = 19;
export const J_RBY = 20;
export const J_K11 = 21;
export const J_K12 = 22;
export const J_K13 = 23;
export const J_K22 = 24;
export const J_K23 = 25;
export const J_K33 = 26;
/** Inverse determinants of the upper 2 x 2 part and of the whole matrix; cofactors of its first row. */
export const J_INVERSE22 = 27;
export const J_INVERSE33 = 28;
export const J_COFACTOR1 = 29;
export const J_COFACTOR2 = 30;
export const J_COFACTOR3 = 31;
export const J_MOTOR_MASS = 32;
/** Largest impulse of the motor. */
export const J_MOST = 33;

// ---- In I
export const JOINT_I = 4;
export const J_A = 0;
export const J_B = 1;
/** Which limit acts. */
export const J_STATE = 2;

/** planck's LimitState. */
export const INACTIVE = 0;
export const AT_LOWER = 1;
export const AT_UPPER = 2;
export const EQUAL = 3;
