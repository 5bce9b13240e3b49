import * as v from 'valibot';
import { descriptorNames } from '../sim/descriptor.ts';
import { gaits } from '../sim/gait/names.ts';

/** Any number: a failed episode has NaN, and a diverging one may have infinite measures. */
const number = v.custom<number>((value) => typeof value === 'number', 'must be a number');
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const MAX_FEET = 64;
const perFoot = v.pipe(v.array(number), v.maxLength(MAX_FEET));
const moments = v.custom<Float64Array>(
  (value) => value instanceof Float64Array && value.length <= 1000,
  'must be at most 1000 numbers of 8 bytes',
);

const gaitSchema = v.strictObject({
  name: v.picklist(Object.keys(gaits)),
  footfalls: number,
  passing: number,
  alternation: number,
  dutyFactors: perFoot,
  doubleSupport: number,
  flight: number,
  rawFlight: number,
  tolerantFlight: number,
  phaseLags: v.pipe(v.array(v.nullable(number)), v.maxLength(MAX_FEET)),
  foreHindLag: v.nullable(number),
  strideLength: number,
  strideFrequency: number,
  asymmetry: number,
  slip: number,
  froude: number,
  costOfTransport: number,
});

/** Schema of an episode of a run as a worker returns it, without a recording. */
export const episodeSchema = v.strictObject({
  evaluation: v.strictObject({
    fitness: number,
    return: number,
    steps: count,
    ending: v.picklist(['terminated', 'truncated', 'failed']),
    metrics: v.strictObject({
      distance: number,
      duration: number,
      speed: number,
      energy: number,
      costOfTransport: number,
      falls: number,
      meanHeight: number,
      flight: number,
      dutyFactors: perFoot,
      support: number,
      gait: gaitSchema,
    }),
    descriptor: v.pipe(v.array(number), v.length(descriptorNames.length)),
    hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'must be 16 hexadecimal digits')),
  }),
  observed: v.strictObject({ count, mean: moments, squares: moments }),
  trace: v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[0-9a-f]*$/, 'must be hexadecimal digits')),
  fault: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
});
