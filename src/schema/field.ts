import * as v from 'valibot';

/**
 * Description of a setting for the form, the CLI's help, links and the JSON Schema. `effect` says in one line what a larger
 * value does. A `fixed` setting cannot change during a run.
 */
export interface FieldNote {
  title: string;
  effect: string;
  unit?: string;
  level?: 'basic' | 'advanced';
  fixed?: boolean;
}

interface Range {
  default: number;
  min: number;
  max: number;
}

const note = <Input>({ level = 'advanced', ...rest }: FieldNote) =>
  v.metadata<Input, Omit<FieldNote, never>>({ level, ...rest });

/** A real number in [min, max]; NaN and infinities are refused. */
export const number = ({ default: fallback, min, max, ...about }: Range & FieldNote) =>
  v.optional(v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max), note(about)), fallback);

/** A whole number in [min, max]. */
export const integer = ({ default: fallback, min, max, ...about }: Range & FieldNote) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), note(about)), fallback);

/** One of several named options. */
export const choice = <const T extends readonly string[]>({
  default: fallback,
  options,
  ...about
}: { default: T[number]; options: T } & FieldNote) =>
  v.optional(v.pipe(v.picklist(options), note(about)), fallback as NoInfer<T[number]>);

/** On or off. */
export const flag = ({ default: fallback, ...about }: { default: boolean } & FieldNote) =>
  v.optional(v.pipe(v.boolean(), note(about)), fallback);

/** A short list of whole numbers, such as the sizes of hidden layers. */
export const integers = ({
  default: fallback,
  min,
  max,
  maxLength,
  ...about
}: { default: readonly number[]; min: number; max: number; maxLength: number } & FieldNote) =>
  v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))),
      v.maxLength(maxLength),
      note(about),
    ),
    () => [...fallback],
  );

/** The same field with another default. */
export const withDefault = <const Field extends v.GenericSchema, const Default extends v.InferInput<Field>>(
  field: v.OptionalSchema<Field, unknown>,
  fallback: Default,
) => v.optional(field.wrapped, fallback as never) as v.OptionalSchema<Field, Default>;

/** Whether a setting's field is one that cannot change while a run is going on. */
export function isFixed(field: unknown): boolean {
  const { wrapped } = field as v.OptionalSchema<v.GenericSchema, unknown>;
  return (v.getMetadata(wrapped) as Partial<FieldNote>).fixed === true;
}
