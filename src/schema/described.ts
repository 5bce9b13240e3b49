import * as v from 'valibot';

/** A field with what it means, for the JSON Schema: unit, range and frame. */
export const described = <const S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description)) as unknown as S;
