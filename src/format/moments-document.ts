import * as v from 'valibot';
import type { Moments } from '../math/stats.ts';
import { described } from '../schema/described.ts';
import { float64FromText, float64ToText } from '../schema/floats.ts';

/** Maximum length of an observation. */
const MAX_SIZE = 1000;

/** Schema of observation statistics; parsing decodes the arrays. */
export const momentsSchema = v.strictObject({
  count: described(v.pipe(v.number(), v.integer(), v.minValue(0)), 'Number of observations.'),
  mean: float64FromText(MAX_SIZE, 'Mean of each sensor'),
  squares: float64FromText(MAX_SIZE, 'Sum of squared deviations from the mean, of each sensor'),
});

export const momentsToDocument = (moments: Moments | null) =>
  moments && {
    count: moments.count,
    mean: float64ToText(moments.mean),
    squares: float64ToText(moments.squares),
  };

/** Whether statistics, if any, are of `count` observed values. */
export const haveSize = (moments: Moments | null, count: number) =>
  moments === null || (moments.mean.length === count && moments.squares.length === count);
