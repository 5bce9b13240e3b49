/** Radians as degrees. */
export const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** Degrees as radians. */
export const radians = (angle: number): number => (angle * Math.PI) / 180;
