/** The course of Gymnasium's BipedalWalker-v3: drawing units in a metre, and lengths in metres. */
export const SCALE = 30;
/** Length of one straight piece of ground. */
export const STEP = 14 / SCALE;
/** How many corners the ground has. */
export const CORNERS = 200;
/** Height of the level start. */
export const HEIGHT = 400 / SCALE / 4;
/** Level pieces at the start, and pieces at the end that count as arrived. */
export const START_PAD = 20;
export const GRASS = 10;
/** Where the hull's origin starts. */
export const START = [(STEP * START_PAD) / 2, HEIGHT + (2 * 34) / SCALE] as const;
/** Beyond this the course is done. */
export const END = (CORNERS - GRASS) * STEP;
/** Coulomb coefficient of the ground. */
export const FRICTION = 2.5;
