import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { bodyPlanSchema } from '../creature/body-plan.ts';
import { scenesSchema } from '../format/bundle-document.ts';
import { librarySchema } from '../format/library-document.ts';
import { policySchema } from '../format/policy-document.ts';
import { replaySchema } from '../format/replay-document.ts';
import { runSchema } from '../format/run-document.ts';
import { experimentSchema } from '../run/experiment.ts';
import type { FieldNote } from '../schema/field.ts';

type JsonSchema = Record<string, unknown>;

/** Rules that JSON Schema cannot express (how the parts of a body fit together) are checked only by the program. */
const toPlainSchema = (schema: GenericSchema): JsonSchema => ({
  ...toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode: 'input',
    // Adds the form's notes on a setting as the schema's description, which editors show.
    overrideAction({ valibotAction, jsonSchema }) {
      const { level: _level, effect, unit, fixed, ...plain } = jsonSchema as Partial<FieldNote>;
      if (valibotAction.type !== 'metadata' || effect === undefined) return undefined;
      const notes = [effect, unit && `Unit: ${unit}.`, fixed && 'Cannot change during a run.'];
      return { ...plain, description: notes.filter(Boolean).join(' ') };
    },
  }),
});

/** Kinds of documents. */
export const SCHEMAS = ['experiment', 'body', 'replay', 'film', 'race', 'library', 'run', 'policy'] as const;
type Kind = (typeof SCHEMAS)[number];

interface DocumentSchema {
  title: string;
  schema: GenericSchema;
  /** Path below the properties where complete documents of other kinds are embedded. */
  within?: { path: readonly string[]; kinds: readonly Kind[] };
}

const scenes: DocumentSchema['within'] = { path: ['scenes', 'items'], kinds: ['replay'] };

const DOCUMENTS: Record<Kind, DocumentSchema> = {
  experiment: { title: 'the settings that determine a run', schema: experimentSchema },
  body: { title: 'a creature as data: metres, kilograms, radians, y up', schema: bodyPlanSchema },
  replay: { title: 'a champion with the results of its tests', schema: replaySchema },
  film: { title: 'replays in sequence', schema: scenesSchema('film'), within: scenes },
  race: { title: 'replays side by side', schema: scenesSchema('race'), within: scenes },
  library: {
    title: 'replays, films and races with names and tags',
    schema: librarySchema,
    within: { path: ['items', 'items', 'properties', 'document'], kinds: ['replay', 'film', 'race'] },
  },
  run: { title: 'a run that can be continued', schema: runSchema },
  policy: { title: 'a neural net from another program', schema: policySchema },
};

/** Returns the schema with `value` at a path below it. */
function withSchemaAt(schema: JsonSchema, [key, ...rest]: readonly string[], value: JsonSchema): JsonSchema {
  if (key === undefined) return { ...(schema.description ? { description: schema.description } : {}), ...value };
  return { ...schema, [key]: withSchemaAt((schema[key] ?? {}) as JsonSchema, rest, value) };
}

/** Adds the `$schema` key, which names a document's schema for editors; readers ignore it. */
const withDialect = ({ properties, ...schema }: JsonSchema): JsonSchema => ({
  ...schema,
  properties: {
    $schema: { type: 'string', description: 'Address of this schema, for editors.' },
    ...(properties as object),
  },
});

/** Reference to the schema of a kind in the shared definitions. */
const reference = (kind: Kind) => ({ $ref: `#/definitions/${kind}` });

/** The schema of a kind, and the kinds of documents embedded in it. */
function schemaOf(kind: Kind): { schema: JsonSchema; kinds: readonly Kind[] } {
  const { title, schema, within } = DOCUMENTS[kind];
  const { $schema: _dialect, ...plain } = toPlainSchema(schema);
  const titled = withDialect({ title: `Gaitlab ${kind}: ${title}`, ...plain });
  if (within === undefined) return { schema: titled, kinds: [] };
  const [one, ...others] = within.kinds.map(reference);
  const embedded = others.length === 0 ? (one as JsonSchema) : { anyOf: [one, ...others] };
  return { schema: withSchemaAt(titled, ['properties', ...within.path], embedded), kinds: within.kinds };
}

/** The JSON Schema of a kind of document, for completion and checks in editors, and for other programs. */
export function jsonSchema(kind: Kind): object {
  const definitions: Record<string, JsonSchema> = {};
  const define = (kinds: readonly Kind[]) => {
    for (const each of kinds) {
      const { schema, kinds: more } = schemaOf(each);
      definitions[each] = schema;
      define(more);
    }
  };
  const { schema, kinds } = schemaOf(kind);
  define(kinds);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schema,
    ...(kinds.length > 0 && { definitions }),
  };
}
