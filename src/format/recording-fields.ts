import * as v from 'valibot';

/** No body of 32 parts comes near so many in its longest life. */
export const MAX_BYTES = 8_000_000;

export const finite = v.pipe(v.number(), v.finite());
export const bytes = v.pipe(v.string(), v.maxLength(MAX_BYTES));
export const frameTimestep = v.pipe(finite, v.minValue(0.0005), v.maxValue(1));
export const frameCount = (most: number) => v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(most));

const pair = v.strictTuple([finite, finite]);

/** Of a terrain all but the line of the ground. */
export const recordingContext = {
  blocks: v.pipe(v.array(v.strictObject({ x: finite, y: finite, width: finite, height: finite })), v.maxLength(1000)),
  rocks: v.optional(v.pipe(v.array(v.pipe(v.array(pair), v.minLength(3), v.maxLength(8))), v.maxLength(1000))),
  pieces: v.optional(v.boolean()),
  start: v.optional(pair),
  friction: finite,
  end: finite,
};
