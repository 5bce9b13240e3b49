/** Limits of vital signs, shared by the findings and the doctor's gauges. */

/** Share of episodes that end by a fall, and length of an episode, s: beyond both, the creature falls before it can step. */
export const MAX_FALL_SHARE = 0.9;
export const MIN_EPISODE_LENGTH = 1.2;

/** Share of the reward for progress that is spent on effort: above it, moving less pays. Good runs stay below a half. */
export const MAX_EFFORT_SHARE = 0.7;

/** Share of saturated outputs above which small changes of the weights have no effect. Good walkers stay below 0.05. */
export const MAX_SATURATION = 0.7;

/** Spread of fitness in a generation, in metres or as a share of the mean: below it, genomes cannot be ranked. */
export const MIN_FITNESS_SPREAD = 0.02;

/** Standard deviation of one genome's fitness between tests, as a share of that between genomes. */
export const MAX_NOISE = 0.5;

/** Distance below which a champion counts as standing still, metres. */
export const MIN_DISTANCE = 0.3;
