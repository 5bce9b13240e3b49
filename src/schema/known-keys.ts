import type * as v from 'valibot';

/** What of a valibot schema leads to the schemas within it. */
interface Inside {
  wrapped?: Inside;
  entries?: Record<string, Inside>;
  options?: readonly (Inside | string)[];
  item?: Inside;
  items?: readonly Inside[];
  literal?: unknown;
  key?: string;
}

/** The options of a variant that the value's discriminator selects, or all. */
function chosen({ options = [], key }: Inside, value: unknown): Inside[] {
  const all = options.filter((option): option is Inside => typeof option === 'object');
  const name = key === undefined ? undefined : (value as Record<string, unknown> | null)?.[key];
  const named = all.filter(({ entries }) => entries?.[key ?? '']?.literal === name);
  return key !== undefined && named.length > 0 ? named : all;
}

/** The keys that an object at a path of a value may have, by the schema of the whole. */
export function knownKeys(schema: v.GenericSchema, value: unknown, path: readonly PropertyKey[]): string[] {
  return keysIn(schema as Inside, value, path);
}

function keysIn(schema: Inside, value: unknown, path: readonly PropertyKey[]): string[] {
  if (schema.wrapped) return keysIn(schema.wrapped, value, path);
  if (schema.options) return chosen(schema, value).flatMap((option) => keysIn(option, value, path));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(schema.entries ?? {});
  const next =
    (schema.entries && Object.hasOwn(schema.entries, step) ? schema.entries[String(step)] : undefined) ??
    schema.item ??
    schema.items?.[Number(step)];
  return next ? keysIn(next, (value as Record<PropertyKey, unknown> | null)?.[step], rest) : [];
}
