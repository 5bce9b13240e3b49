import * as v from 'valibot';
import type { Moments } from '../math/stats.ts';
import { described } from '../schema/described.ts';
import { float64FromText, float64ToText } from '../schema/floats.ts';

/** Maximum number of observations of a body. */
const MOST = 1000;

/** Schema of observation statistics; parsing decodes the arrays. */
export const momentsSchema = v.strictObject({
  count: described(v.pipe(v.number(), v.integer(), v.minValue(0)), 'Number of observations.'),
  mean: float64FromText(MOST, 'Mean of each sensor'),
  squares: float64FromText(MOST, 'Sum of squared deviations from the mean, of each sensor'),
});

export const momentsToDocument = (moments: Moments | null) =>
  moments && {
    count: moments.count,
    mean: float64ToText(moments.mean),
    squares: float64ToText(moments.squares),
  };

/** Whether statistics, if any, have `count` numbers. */
export const areOf = (moments: Moments | null, count: number) =>
  moments === null || (moments.mean.length === count && moments.squares.length === count);
