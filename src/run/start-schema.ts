import * as v from 'valibot';
import { float32FromText } from '../schema/floats.ts';

/** Numbers in a genome to begin with: no link could bring more. */
const MOST_NUMBERS = 100_000;

/** No body feels more. */
const MOST_SENSES = 1000;

export const genomeText = float32FromText(MOST_NUMBERS);
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const column = <S extends v.GenericSchema<number>>(field: S) => v.pipe(v.array(field), v.maxLength(MOST_SENSES));

/** The brain that a run begins with instead of a newborn one: plain JSON. */
export const startSchema = v.strictObject({
  /** Numbers of 4 bytes, little-endian, in base64. */
  genome: v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const read = dataset.typed ? v.safeParse(genomeText, dataset.value) : undefined;
      if (read?.success === false) addIssue({ message: 'must be finite numbers of 4 bytes each in base64' });
    }),
  ),
  /** Of all observations it has learnt from, which the run goes on adding to; null for none. */
  statistics: v.nullable(
    v.strictObject({ count, mean: column(finite), squares: column(v.pipe(v.number(), v.finite(), v.minValue(0))) }),
  ),
  /** Whose it was, for the record. */
  from: v.optional(v.strictObject({ title: v.pipe(v.string(), v.maxLength(100)), seed: count, generation: count })),
});
export type Start = v.InferOutput<typeof startSchema>;
