import type { Replay } from '../run/replay.ts';
import { opened } from './container.ts';
import { replayFromDocument } from './replay-document.ts';
import { replayFromLink } from './replay-link.ts';

/** Where a replay comes from: the text of a link, or the bytes of a file; `name` is what it is called when it is at fault. */
export type ReplaySource = { name: string } & ({ link: string } | { bytes: Uint8Array });

/** The replay in it. Throws an Error that starts with the source's name and says what is wrong. */
export function replayFrom(source: ReplaySource): Replay {
  if ('link' in source) return replayFromLink(source.link, source.name);
  const { kind, document } = opened(source.bytes, source.name);
  if (kind !== undefined && kind !== 'replay') throw new Error(`${source.name} is a ${kind}, not a replay`);
  return replayFromDocument(document, source.name);
}
