/** Eyes are drawn larger than they are: they are what people look at. */
export const EXAGGERATION = 1.25;

/** The pupil, the glint in it, and how far off the middle it looks; shares of the eye's radius. */
export const PUPIL = { size: 0.52, away: 0.36, glint: { x: 0.16, y: 0.18, size: 0.15 } } as const;
