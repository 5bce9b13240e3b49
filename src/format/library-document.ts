import * as v from 'valibot';
import { parse } from '../schema/fault.ts';
import { bundleFromDocument, type ReplayBundle } from './bundle-document.ts';
import { decodeFile, encodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';

/** Of one name or tag, letters; and of tags on one piece. */
export const MAX_LABEL_LENGTH = 80;
export const MAX_TAGS = 12;
/** Pieces in one file. */
const MOST_ITEMS = 2000;

/** What is said of a piece beside what is in it. */
const labels = {
  name: v.pipe(v.string(), v.maxLength(MAX_LABEL_LENGTH)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LABEL_LENGTH))), v.maxLength(MAX_TAGS)),
  /** When it was kept, ms since 1970. */
  made: v.pipe(v.number(), v.integer(), v.minValue(0)),
};

/** What a library's document has to be; each item's document is a replay, a film or a race. */
export const librarySchema = v.strictObject({
  format: v.literal('gaitlab-library'),
  version: v.literal(1),
  items: v.pipe(v.array(v.strictObject({ ...labels, document: v.unknown() })), v.maxLength(MOST_ITEMS)),
});

/** A piece in a file, and what a library says of it; a file of one alone says nothing. */
export interface ImportedBundle {
  bundle: ReplayBundle;
  labels: { name: string; tags: string[]; made: number } | undefined;
}

/** A library as the bytes of a file. Its documents are taken as they are. Throws an Error when it is too large for one. */
export function libraryToFile(
  items: readonly { name: string; tags: readonly string[]; made: number; document: unknown }[],
) {
  const document = { format: 'gaitlab-library', version: 1, items };
  if (items.length > MOST_ITEMS) throw new Error(`A file holds ${MOST_ITEMS} at most, these are ${items.length}`);
  return encodeFile('library', document);
}

/** All bundles of a file of any kind. Throws an Error that starts with `source` if any part of it is invalid. */
export function bundlesFromFile(bytes: Uint8Array, source: string): ImportedBundle[] {
  const { kind, document } = decodeFile(bytes, source);
  const isLibrary = (document as { format?: unknown } | null)?.format === 'gaitlab-library';
  expectKind(document, ['replay', 'film', 'race', 'library'], source, kind);
  if (kind !== undefined && (kind === 'library') !== isLibrary)
    throw new Error(`${source} is not the ${kind} it says it is`);
  if (!isLibrary) {
    const bundle = bundleFromDocument(document, source);
    if (kind !== undefined && bundle.kind !== kind) throw new Error(`${source} is not the ${kind} it says it is`);
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
