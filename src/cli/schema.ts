import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { scenesSchema } from '../format/bundle-document.ts';
import { librarySchema } from '../format/library-document.ts';
import { policySchema } from '../format/policy-document.ts';
import { replaySchema } from '../format/replay-document.ts';
import { runSchema } from '../format/run-document.ts';
import { experimentSchema } from '../run/experiment.ts';
import type { FieldNote } from '../schema/field.ts';

type JsonSchema = Record<string, unknown>;

/** Checks that JSON Schema cannot say (how a body's pieces fit together) are left to the program. */
const plainOf = (schema: GenericSchema): JsonSchema => ({
  ...toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode: 'input',
    // What the form knows of a setting, in the standard's words: editors show it.
    overrideAction({ valibotAction, jsonSchema }) {
      const { level: _level, effect, unit, fixed, ...plain } = jsonSchema as Partial<FieldNote>;
      if (valibotAction.type !== 'metadata' || effect === undefined) return undefined;
      const notes = [effect, unit && `Unit: ${unit}.`, fixed && 'Fixed once a run has begun.'];
      return { ...plain, description: notes.filter(Boolean).join(' ') };
    },
  }),
});

/** Kinds of documents there are. */
export const SCHEMAS = ['experiment', 'replay', 'film', 'race', 'library', 'run', 'policy'] as const;
type Kind = (typeof SCHEMAS)[number];

interface Made {
  title: string;
  schema: GenericSchema;
  /** Where, below its properties, whole documents of other kinds stand in it. */
  within?: { path: readonly string[]; kinds: readonly Kind[] };
}

const scenes: Made['within'] = { path: ['scenes', 'items'], kinds: ['replay'] };

const MADE: Record<Kind, Made> = {
  experiment: { title: 'what a run is', schema: experimentSchema },
  replay: { title: 'a champion, to be lived again', schema: replaySchema },
  film: { title: 'replays in sequence', schema: scenesSchema('film'), within: scenes },
  race: { title: 'replays side by side', schema: scenesSchema('race'), within: scenes },
  library: {
    title: 'replays, films and races with names and tags',
    schema: librarySchema,
    within: { path: ['items', 'items', 'properties', 'document'], kinds: ['replay', 'film', 'race'] },
  },
  run: { title: 'a run to go on with', schema: runSchema },
  policy: { title: 'a net from elsewhere, to be tried', schema: policySchema },
};

/** With `value` in place of what is at a path below. */
function withAt(schema: JsonSchema, [key, ...rest]: readonly string[], value: JsonSchema): JsonSchema {
  if (key === undefined) return value;
  return { ...schema, [key]: withAt((schema[key] ?? {}) as JsonSchema, rest, value) };
}

/** Where a schema is found that others refer to. */
const reference = (kind: Kind) => ({ $ref: `#/definitions/${kind}` });

/** A kind's own schema, and the kinds whose documents are within it. */
function bodyOf(kind: Kind): { schema: JsonSchema; kinds: readonly Kind[] } {
  const { title, schema, within } = MADE[kind];
  const { $schema: _dialect, ...plain } = plainOf(schema);
  const titled = { title: `Gaitlab ${kind}: ${title}`, ...plain };
  if (within === undefined) return { schema: titled, kinds: [] };
  const [one, ...others] = within.kinds.map(reference);
  const inside = others.length === 0 ? (one as JsonSchema) : { anyOf: [one, ...others] };
  return { schema: withAt(titled, ['properties', ...within.path], inside), kinds: within.kinds };
}

/** The JSON Schema of a kind of document, for editors that complete and check as one types, and for other programs. */
export function jsonSchema(kind: Kind): object {
  const definitions: Record<string, JsonSchema> = {};
  const define = (kinds: readonly Kind[]) => {
    for (const each of kinds) {
      const { schema, kinds: more } = bodyOf(each);
      definitions[each] = schema;
      define(more);
    }
  };
  const { schema, kinds } = bodyOf(kind);
  define(kinds);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    ...(kinds.length > 0 && { definitions }),
  };
}
