import { bundleOf, type ReplayBundle } from '../../../format/bundle-document.ts';
import { decodeFile as unsealed } from '../../../format/container.ts';
import { bundlesFromFile, type ImportedBundle, libraryToFile } from '../../../format/library-document.ts';
import { LINK_LIMIT, replayFromLink, replayToLink } from '../../../format/replay-link.ts';
import { fileStem } from '../../browser/download.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import { words } from './words.ts';

/** The part of a link behind its `#`: `r` to see a replay, `c` to be challenged by it. */
export type LinkKind = 'r' | 'c';
const LINK = /#([rc])=([\w-]+)/;

/** A replay as a link to a page; undefined where that would be longer than every program passes on, or is of several. */
export function linkOf({ kind, scenes }: ReplayBundle, page: string, as: LinkKind): string | undefined {
  const [replay] = scenes;
  if (kind !== 'replay' || replay === undefined) return undefined;
  // What its run began with is not needed to see it walk.
  const { start: _start, ...experiment } = replay.experiment;
  const text = replayToLink({ ...replay, experiment });
  return text.length > LINK_LIMIT ? undefined : `${page.replace(/#.*/s, '')}#${as}=${text}`;
}

/** The replay in a link; undefined for text that is none. Throws an Error in a sentence when it is damaged. */
export function pieceFromLink(text: string): { piece: ReplayBundle; isChallenge: boolean } | undefined {
  const found = LINK.exec(text);
  if (found === null) return undefined;
  return { piece: bundleOf(replayFromLink(found[2] as string, words.link)), isChallenge: found[1] === 'c' };
}

/** What is in pasted text: a link, or a document. Throws an Error in a sentence when it is neither, or damaged. */
export function itemsFromText(text: string): { items: ImportedBundle[]; isLink: boolean; isChallenge: boolean } {
  const link = pieceFromLink(text);
  if (link) return { items: [{ piece: link.piece, labels: undefined }], isLink: true, isChallenge: link.isChallenge };
  if (!text.trimStart().startsWith('{')) throw new Error(words.nothingInText);
  const items = bundlesFromFile(new TextEncoder().encode(text.trim()), words.pasted);
  return { items, isLink: false, isChallenge: false };
}

/** What is in an entry. Throws an Error in a sentence when its bytes were damaged. */
export function pieceIn({ bytes, name }: Pick<LibraryEntry, 'bytes' | 'name'>): ReplayBundle {
  return (bundlesFromFile(bytes, name)[0] as ImportedBundle).piece;
}

/** Entries as one file, and how many could not be read. */
export function fileOf(entries: readonly LibraryEntry[]): { bytes: Uint8Array<ArrayBuffer>; unreadable: number } {
  const readable = entries.flatMap(({ name, tags, made, bytes }) => {
    try {
      return [{ name, tags, made, document: unsealed(bytes, name).document }];
    } catch {
      return [];
    }
  });
  const bytes = libraryToFile(readable) as Uint8Array<ArrayBuffer>;
  return { bytes, unreadable: entries.length - readable.length };
}

/** The file's name for a replay called `name`. */
export const fileName = (name: string): string => `${fileStem(name, 'replay')}.gait`;
