import * as v from 'valibot';
import { described } from '../schema/described.ts';
import { parse } from '../schema/fault.ts';
import { bundleFromDocument, type ReplayBundle } from './bundle-document.ts';
import { decodeFile, encodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';

/** Maximum length of a name or a tag, characters, and maximum number of tags of an item. */
export const MAX_LABEL_LENGTH = 80;
export const MAX_TAGS = 12;
/** Maximum number of items in a file. */
const MAX_ITEMS = 2000;

/** Metadata of an item. */
const labels = {
  name: described(v.pipe(v.string(), v.maxLength(MAX_LABEL_LENGTH)), 'Shown to people; empty for the default name.'),
  tags: described(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LABEL_LENGTH))), v.maxLength(MAX_TAGS)),
    'Words to find it by.',
  ),
  made: described(v.pipe(v.number(), v.integer(), v.minValue(0)), 'When it was saved, milliseconds since 1970.'),
};

/** Schema of a library document; each item's document is a replay, a film or a race. */
export const librarySchema = v.strictObject({
  format: v.literal('gaitlab-library'),
  version: v.literal(1),
  items: described(
    v.pipe(
      v.array(v.strictObject({ ...labels, document: described(v.unknown(), 'The replay, film or race itself.') })),
      v.maxLength(MAX_ITEMS),
    ),
    'The replays, films and races.',
  ),
});

/** A bundle from a file, with its metadata if the file is a library. */
export interface ImportedBundle {
  bundle: ReplayBundle;
  labels: { name: string; tags: string[]; made: number } | undefined;
}

/** Encodes a library as a file. The items' documents are not checked. Throws an Error when it is too large for one file. */
export function libraryToFile(
  items: readonly { name: string; tags: readonly string[]; made: number; document: unknown }[],
) {
  const document = { format: 'gaitlab-library', version: 1, items };
  if (items.length > MAX_ITEMS) throw new Error(`A file holds at most ${MAX_ITEMS} items, these are ${items.length}`);
  return encodeFile('library', document);
}

/** Reads all bundles from a replay, film, race or library file. Throws an Error that starts with `source` if any is invalid. */
export function bundlesFromFile(bytes: Uint8Array, source: string): ImportedBundle[] {
  const { kind, document } = decodeFile(bytes, source);
  const isLibrary = (document as { format?: unknown } | null)?.format === 'gaitlab-library';
  expectKind(document, ['replay', 'film', 'race', 'library'], source, kind);
  if (kind !== undefined && (kind === 'library') !== isLibrary)
    throw new Error(`${source} is a ${kind} by its header, but not by its content`);
  if (!isLibrary) {
    const bundle = bundleFromDocument(document, source);
    if (kind !== undefined && bundle.kind !== kind)
      throw new Error(`${source} is a ${kind} by its header, but not by its content`);
    return [{ bundle, labels: undefined }];
  }
  return parse(librarySchema, document, source).items.map(({ document, ...labels }, i) => {
    const bundle = bundleFromDocument(
      document,
      `${source}, number ${i + 1}${labels.name === '' ? '' : ` ("${labels.name}")`}`,
    );
    return { bundle, labels };
  });
}
