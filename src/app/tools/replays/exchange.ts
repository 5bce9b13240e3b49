import { bundleOf, type ReplayBundle } from '../../../format/bundle-document.ts';
import { decodeFile } from '../../../format/container.ts';
import { bundlesFromFile, type ImportedBundle, libraryToFile } from '../../../format/library-document.ts';
import { LINK_LIMIT, replayFromLink, replayToLink } from '../../../format/replay-link.ts';
import { fileStem } from '../../browser/download.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import { words } from './words.ts';

/** The key of a link's hash: `r` shows a replay, `c` invites to a challenge by it. */
export type LinkKind = 'r' | 'c';
const LINK = /#([rc])(?:=|%3D)([\w-]+)/i;

/** A link to `page` with a replay; undefined for films and races, and when it would be too long for some programs. */
export function linkOf({ kind, scenes }: ReplayBundle, page: string, as: LinkKind): string | undefined {
  const [replay] = scenes;
  if (kind !== 'replay' || replay === undefined) return undefined;
  // The trained brain that the run started from is not needed to simulate this genome.
  const { start: _start, ...experiment } = replay.experiment;
  const text = replayToLink({ ...replay, experiment });
  return text.length > LINK_LIMIT ? undefined : `${page.replace(/#.*/s, '')}#${as}=${text}`;
}

/** The replay in the first link of a text; undefined without a link. Throws an Error with a sentence when it is damaged. */
export function bundleFromLink(text: string): { bundle: ReplayBundle; isChallenge: boolean } | undefined {
  const found = LINK.exec(text);
  if (found === null) return undefined;
  return { bundle: bundleOf(replayFromLink(found[2]!, words.link)), isChallenge: found[1] === 'c' };
}

/** The contents of pasted text, a link or a document. Throws an Error with a sentence when it is neither, or damaged. */
export function bundlesFromText(text: string): { items: ImportedBundle[]; isLink: boolean; isChallenge: boolean } {
  const link = bundleFromLink(text);
  if (link) return { items: [{ bundle: link.bundle, labels: undefined }], isLink: true, isChallenge: link.isChallenge };
  if (!text.trimStart().startsWith('{')) throw new Error(words.nothingInText);
  const items = bundlesFromFile(new TextEncoder().encode(text.trim()), words.pasted);
  return { items, isLink: false, isChallenge: false };
}

/** The contents of an entry. Throws an Error with a sentence when its bytes are damaged. */
export function bundleIn({ bytes, name }: Pick<LibraryEntry, 'bytes' | 'name'>): ReplayBundle {
  return bundlesFromFile(bytes, name)[0]!.bundle;
}

/** Entries as one library file, and the number of entries that could not be read. */
export function fileOf(entries: readonly LibraryEntry[]): { bytes: Uint8Array<ArrayBuffer>; unreadable: number } {
  const readable = entries.flatMap(({ name, tags, made, bytes }) => {
    try {
      return [{ name, tags, made, document: decodeFile(bytes, name).document }];
    } catch {
      return [];
    }
  });
  const bytes = libraryToFile(readable) as Uint8Array<ArrayBuffer>;
  return { bytes, unreadable: entries.length - readable.length };
}

/** The name of the file of a replay called `name`. */
export const replayFileName = (name: string): string => `${fileStem(name, 'replay')}.gait`;
