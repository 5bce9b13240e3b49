import * as v from 'valibot';

/** Metres. */
export const length = v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(20));
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-50), v.maxValue(50));
/** Radians. */
export const angle = v.pipe(v.number(), v.finite(), v.minValue(-7), v.maxValue(7));
/** Metres. */
export const point = v.strictTuple([coordinate, coordinate]);
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** The frame of coordinates, for descriptions. */
export const OWN = "in the part's own frame, which turns with it";
