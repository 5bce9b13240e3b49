import type { Replay } from '../run/replay.ts';
import { opened } from './container.ts';
import { type Piece, pieceFromDocument, pieceOf } from './piece-document.ts';
import { replayFromLink } from './replay-link.ts';

/** Where a replay comes from: the text of a link, or the bytes of a file; `name` is what it is called when it is at fault. */
export type ReplaySource = { name: string } & ({ link: string } | { bytes: Uint8Array });

/** The replay, film or race in it. Throws an Error that starts with the source's name and says what is wrong. */
export function pieceFrom(source: ReplaySource): Piece {
  const { name } = source;
  if ('link' in source) return pieceOf(replayFromLink(source.link, name));
  const { kind, document } = opened(source.bytes, name);
  const { format } = (document ?? {}) as { format?: unknown };
  for (const other of ['run', 'library'] as const) {
    if (kind === other || format === `gaitlab-${other}`) throw new Error(`${name} is a ${other}, not a replay`);
  }
  const piece = pieceFromDocument(document, name);
  if (kind !== undefined && piece.kind !== kind) throw new Error(`${name} is not the ${kind} it says it is`);
  return piece;
}

/** The one replay in it. Throws an Error that starts with the source's name and says what is wrong. */
export function replayFrom(source: ReplaySource): Replay {
  const { kind, scenes } = pieceFrom(source);
  if (kind !== 'replay') throw new Error(`${source.name} is a ${kind} of ${scenes.length}, not one replay`);
  return scenes[0] as Replay;
}
