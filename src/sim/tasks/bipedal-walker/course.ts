// The course of Gymnasium's BipedalWalker-v3; lengths in metres.

/** Gymnasium's drawing units per metre. */
export const SCALE = 30;
/** Length of a straight piece of ground. */
export const STEP = 14 / SCALE;
/** Number of the ground's corners. */
export const CORNERS = 200;
/** Height of the level start. */
export const HEIGHT = 400 / SCALE / 4;
/** Number of level pieces at the start. */
export const START_PAD = 20;
/** Number of pieces at the end that count as arrival, and greatest number between two obstacles. */
export const GRASS = 10;
/** Initial position of the hull's origin. */
export const START = [(STEP * START_PAD) / 2, HEIGHT + (2 * 34) / SCALE] as const;
/** x at which the episode ends. */
export const END = (CORNERS - GRASS) * STEP;
/** Coulomb coefficient of the ground. */
export const FRICTION = 2.5;
