import * as v from 'valibot';
import { float32FromText } from '../schema/floats.ts';

/** Limit on the numbers of a genome: more would not fit a link. */
const MAX_NUMBERS = 100_000;

/** Limit on sensors: no body has more. */
const MAX_SENSORS = 1000;

export const genomeText = float32FromText(MAX_NUMBERS);
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const column = <S extends v.GenericSchema<number>>(field: S) => v.pipe(v.array(field), v.maxLength(MAX_SENSORS));

/** The trained brain that a run starts with, as plain JSON. */
export const startSchema = v.strictObject({
  /** Numbers of 4 bytes, little-endian, in base64. */
  genome: v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const read = dataset.typed ? v.safeParse(genomeText, dataset.value) : undefined;
      if (read?.success === false) addIssue({ message: 'must be finite numbers of 4 bytes each in base64' });
    }),
  ),
  /** Moments of its training observations, which the run continues; null for none. */
  statistics: v.nullable(
    v.strictObject({ count, mean: column(finite), squares: column(v.pipe(v.number(), v.finite(), v.minValue(0))) }),
  ),
  /** Where it came from; for information. */
  from: v.optional(v.strictObject({ title: v.pipe(v.string(), v.maxLength(100)), seed: count, generation: count })),
});
export type Start = v.InferOutput<typeof startSchema>;
