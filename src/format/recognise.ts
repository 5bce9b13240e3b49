import { experimentFields } from '../run/experiment-schema.ts';

/**
 * Kinds of documents that Gaitlab recognises; `record` is the run.json of a run folder, `sweep` the sweep.json of a sweep
 * folder, `sweep-run` one of its finished runs, `evolution` a creature of Keiwan's Evolution, `embodiment` a body of TeachMyAgent.
 */
export type DocumentKind =
  | ('replay' | 'film' | 'race' | 'library' | 'run')
  | (
      | 'experiment'
      | 'body'
      | 'evolution'
      | 'embodiment'
      | 'policy'
      | 'given'
      | 'record'
      | 'table'
      | 'sweep'
      | 'sweep-run'
    );

type Document = Record<string, unknown>;

export const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (document: Document, ...keys: string[]) => keys.every((key) => Object.hasOwn(document, key));

/** Kinds by the value of a document's `format`. */
const FORMATS: Record<string, DocumentKind> = {
  'gaitlab-replay': 'replay',
  'gaitlab-film': 'film',
  'gaitlab-race': 'race',
  'gaitlab-library': 'library',
  'gaitlab-run': 'run',
  'gaitlab-table': 'table',
  'gaitlab-sweep': 'sweep',
  'gaitlab-sweep-run': 'sweep-run',
};

/** The kind of a Gaitlab document, determined by its keys only, so that a faulty document is recognised too. */
export function kindOfDocument(document: unknown): DocumentKind | undefined {
  if (!isObject(document) || foreignDocument(document) !== undefined) return undefined;
  const { format } = document;
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return FORMATS[format];
  if (has(document, 'layers') || has(document, 'weights')) return 'policy';
  if (has(document, 'terrain_y') || has(document, 'actions')) return 'given';
  if (has(document, 'bones', 'muscles')) return 'evolution';
  if (has(document, 'body_parts')) return 'embodiment';
  if (has(document, 'parts') || has(document, 'joints')) return 'body';
  if (has(document, 'genome', 'tests')) return 'replay';
  if (has(document, 'experiment', 'ends')) return 'record';
  const { version: _version, title: _title, ...distinctive } = experimentFields.entries;
  const keys = Object.keys(document);
  if (keys.some((key) => Object.hasOwn(distinctive, key))) return 'experiment';
  // A title alone is an experiment with the usual settings.
  return has(document, 'title') && keys.every((key) => Object.hasOwn(experimentFields.entries, key))
    ? 'experiment'
    : undefined;
}

const isNumbers = (value: unknown) => Array.isArray(value) && value.every(Number.isFinite);

/** Documents of other programs, recognised by keys that no Gaitlab document has. */
const FOREIGN: readonly { what: string; is(document: Document): boolean }[] = [
  {
    what: 'a simulation saved by Evolution (Keiwan)',
    is: (it) => has(it, 'creatureDesign') || has(it, 'CreatureDesign'),
  },
  { what: 'an EvoGym world', is: (it) => has(it, 'grid_width', 'grid_height') },
  { what: 'a Jupyter notebook', is: (it) => has(it, 'nbformat', 'cells') },
  {
    what: 'a glTF model',
    is: (it) => has(it, 'asset') && (has(it, 'nodes') || has(it, 'scenes') || has(it, 'meshes')),
  },
  { what: 'the package.json of a program', is: (it) => has(it, 'name', 'version') && has(it, 'dependencies') },
  // Its $schema is left out when JSON is parsed.
  { what: 'a JSON Schema', is: (it) => it.type === 'object' && has(it, 'properties') },
  { what: 'a GeoJSON map', is: ({ type }) => type === 'FeatureCollection' || type === 'Feature' },
];

/** Names the type of another program's document, such as "an EvoGym world"; undefined if it is not known. */
export function foreignDocument(document: unknown): string | undefined {
  if (Array.isArray(document)) {
    const weights = isNumbers(document) ? document : isNumbers(document[0]) ? document[0] : [];
    return (weights as unknown[]).length > 3 ? 'a list of numbers, such as the weights of an estool net' : undefined;
  }
  return isObject(document) ? FOREIGN.find(({ is }) => is(document))?.what : undefined;
}
