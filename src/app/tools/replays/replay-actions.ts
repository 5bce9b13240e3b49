import type { Piece } from '../../../format/piece-document.ts';
import { forkOf } from '../../../run/fork.ts';
import type { Replay } from '../../../run/replay.ts';
import type { ToolProps } from '../../tools.ts';
import { notify } from '../../widgets/notice.tsx';
import type { Entry } from './entry.ts';
import { fileName, fileOf, type LinkKind, linkOf } from './exchange.ts';
import { sentenceOf } from './import.ts';
import { library } from './library.ts';
import { words } from './words.ts';

/** Hands bytes to the visitor as a file. */
export function saveBytes(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The download has begun by then, and holds what it needs.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** One as its own file, more as a library. */
export function saveEntries(entries: readonly Entry[], name: string): void {
  try {
    const [only] = entries;
    if (only && entries.length === 1) {
      saveBytes(fileName(only.name), only.bytes);
      return;
    }
    const { bytes, unreadable } = fileOf(entries);
    saveBytes(fileName(name), bytes);
    if (unreadable > 0) notify(words.unreadable(unreadable));
  } catch (error) {
    notify(sentenceOf(error));
  }
}

export async function copyLink(piece: Piece, as: LinkKind): Promise<void> {
  const link = linkOf(piece, location.href, as);
  if (link === undefined) {
    notify(words.linkTooLong);
    return;
  }
  try {
    await navigator.clipboard.writeText(link);
    notify(as === 'c' ? words.challengeCopied : words.linkCopied, { isPassing: true });
  } catch {
    history.replaceState(null, '', link);
    notify(words.linkShown, { isPassing: true });
  }
}

/** A run that begins with a replay's brain. */
export function evolveOn({ choose }: ToolProps, replay: Replay): void {
  const { experiment, generation, genome, statistics, tests, fitness } = replay;
  const seeds = tests.map(({ seed }) => seed);
  const entry = { generation, genome, statistics, seeds, fitness, distance: tests[0]?.distance ?? 0, isRecord: false };
  try {
    choose(forkOf(experiment, entry));
  } catch (error) {
    notify(sentenceOf(error));
  }
}

export async function remove(ids: readonly string[]): Promise<void> {
  const [first] = library.entries.peek().filter(({ id }) => ids.includes(id));
  if (first === undefined) return;
  const undo = await library.remove(ids);
  notify(words.removed(ids.length, first.name), { action: { words: words.undo, does: () => void undo() } });
}
