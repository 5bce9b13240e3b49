import * as v from 'valibot';
import { described } from '../schema/described.ts';
import { float32FromText } from '../schema/floats.ts';

/** Limit on the numbers of a genome: more would not fit a link. */
const MAX_NUMBERS = 100_000;

/** Limit on sensors: no body has more. */
const MAX_SENSORS = 1000;

export const genomeText = float32FromText(MAX_NUMBERS, 'Weights of a brain');
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const column = <S extends v.GenericSchema<number>>(field: S) => v.pipe(v.array(field), v.maxLength(MAX_SENSORS));

/** The trained brain that a run starts with, as plain JSON. */
export const startSchema = v.strictObject({
  genome: described(
    v.pipe(
      v.string(),
      v.rawCheck(({ dataset, addIssue }) => {
        const read = dataset.typed ? v.safeParse(genomeText, dataset.value) : undefined;
        if (read?.success === false) addIssue({ message: 'must be finite numbers of 4 bytes each in base64' });
      }),
    ),
    'Its weights, in the order of the brain: numbers of 4 bytes, little-endian, in base64. At most 100000.',
  ),
  statistics: described(
    v.nullable(
      v.strictObject({
        count: described(count, 'Number of observations.'),
        mean: described(column(finite), 'Mean of each sensor.'),
        squares: described(
          column(v.pipe(v.number(), v.finite(), v.minValue(0))),
          'Sum of squared deviations from the mean, of each sensor; 0 or more.',
        ),
      }),
    ),
    'Moments of the observations it was trained on, which the run continues; null for none.',
  ),
  from: v.optional(
    described(
      v.strictObject({
        title: described(v.pipe(v.string(), v.maxLength(100)), 'Title of that run, at most 100 characters.'),
        seed: described(count, 'Seed of that run.'),
        generation: described(count, 'Generation of that run.'),
      }),
      'The run it comes from, for people; changes nothing.',
    ),
  ),
});
export type Start = v.InferOutput<typeof startSchema>;
