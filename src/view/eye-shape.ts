/** Eyes are drawn this many times their size in the plan. */
export const EXAGGERATION = 1.5;

/** Pupil radius, its distance from the eye's centre, and the glint in it; shares of the eye's radius. */
export const PUPIL = { size: 0.52, away: 0.36, glint: { x: 0.16, y: 0.18, size: 0.15 } } as const;
