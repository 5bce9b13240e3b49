// planck 1.5.0's Settings, where it computes them in this way, and its EPSILON.
export const EPSILON = 1e-9;
/** Errors that are not corrected, m and rad. */
export const LINEAR_SLOP = 0.005;
export const ANGULAR_SLOP = (2.0 / 180) * Math.PI;
/** Rounding of the sides of polygons and of the ground, m (polygonRadius). */
export const SKIN = 2 * LINEAR_SLOP;
/** Largest corrections of one iteration, m and rad. */
export const MAX_LINEAR_CORRECTION = 0.2;
export const MAX_CORRECTION = (8.0 / 180) * Math.PI;
/** Largest movement in a step, m and rad. */
export const MAX_TRANSLATION = 2;
export const MAX_ROTATION = 0.5 * Math.PI;
/** Share of an error that an iteration corrects, in a step and at an impact. */
export const BAUMGARTE = 0.2;
export const TOI_BAUMGARTE = 0.75;
/** At rest: seconds, m/s, rad/s. */
export const TIME_TO_SLEEP = 0.5;
export const LINEAR_SLEEP_SQUARED = 0.01 * 0.01;
export const ANGULAR_SLEEP_SQUARED = ANGULAR_SLOP * ANGULAR_SLOP;
/** How much bounds in the broad phase are widened, m, and how many steps ahead. */
export const BOUNDS_MARGIN = 0.1;
export const BOUNDS_STEPS = 2;
/** Most impacts of a contact in a step (maxSubSteps). */
export const MAX_IMPACTS = 8;
