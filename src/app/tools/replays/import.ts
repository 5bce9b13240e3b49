import { bundlesFromFile, type ImportedBundle } from '../../../format/library-document.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { notify } from '../../widgets/notice.tsx';
import { entryOf, usualName } from './entry.ts';
import { itemsFromText, pieceFromLink } from './exchange.ts';
import { library } from './library.ts';
import { open } from './opened.ts';
import { words } from './words.ts';

/** Larger than any file of ours, bytes. */
const MOST = 64_000_000;

export const sentenceOf = (error: unknown) => `${error instanceof Error ? error.message : error}`.replace(/[.]?$/, '.');

/** Takes pieces into the library and says what became of them. */
export async function importBundles(items: readonly ImportedBundle[]): Promise<LibraryEntry[]> {
  const now = Date.now();
  const entries = items.map((item) => entryOf(item, now));
  const fresh = await library.add(entries);
  const before = entries.length - fresh.length;
  const [first] = fresh;
  if (first === undefined) notify(words.keptBefore, { isPassing: true });
  else if (before > 0) notify(words.keptSome(fresh.length, before), { isPassing: true });
  else if (fresh.length > 1) notify(words.keptMany(fresh.length), { isPassing: true });
  else notify(words.keptAs(first.name), { isPassing: true });
  return entries;
}

/** Each file wholly, or with a sentence not at all. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const items: ImportedBundle[] = [];
  if (files.length === 0) notify(words.noFile, { isPassing: true });
  for (const file of files) {
    try {
      if (file.size > MOST) throw new Error(`${file.name} is larger than any file of Gaitlab's`);
      items.push(...bundlesFromFile(new Uint8Array(await file.arrayBuffer()), file.name));
    } catch (error) {
      notify(sentenceOf(error));
    }
  }
  if (items.length > 0) await importBundles(items);
}

/** What was pasted: a link is shown, not kept; a document is kept. */
export async function importText(props: ToolProps, text: string): Promise<void> {
  try {
    const { items, isLink, isChallenge } = itemsFromText(text);
    const piece = items[0]?.piece;
    if (isLink && piece) await open(props, piece, { name: usualName(piece), id: '', isChallenge });
    else await importBundles(items);
  } catch (error) {
    notify(sentenceOf(error));
  }
}

/**
 * Shows the replay of a link that the page was opened by. What the page would learn is what that creature learnt, once the
 * viewer says so. False, and why, when the link is none.
 */
export async function receive(props: ToolProps, hash: string, isFirst: boolean): Promise<boolean> {
  try {
    const link = pieceFromLink(hash);
    if (link === undefined) throw new Error(words.nothingInText);
    const { piece, isChallenge } = link;
    const [replay] = piece.scenes;
    if (isFirst && replay) props.session.begin(replay.experiment);
    history.replaceState(null, '', hash);
    await open(props, piece, { name: usualName(piece), id: '', isChallenge });
    return true;
  } catch (error) {
    notify(`${sentenceOf(error)}${isFirst ? ` ${words.badLink}` : ''}`);
    return false;
  }
}
