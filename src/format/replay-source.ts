import type { Replay } from '../run/replay.ts';
import { bundleFromDocument, bundleOf, type ReplayBundle } from './bundle-document.ts';
import { decodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';
import { replayFromLink } from './replay-link.ts';

/** Source of a replay: the text of a link or the bytes of a file. Error messages use `name`. */
export type ReplaySource = { name: string } & ({ link: string } | { bytes: Uint8Array });

/** Reads a replay, film or race. Throws an Error that starts with the source's name and says what is wrong. */
export function bundleFrom(source: ReplaySource): ReplayBundle {
  const { name } = source;
  if ('link' in source) return bundleOf(replayFromLink(source.link, name));
  const { kind, document } = decodeFile(source.bytes, name);
  expectKind(document, ['replay', 'film', 'race'], name, kind);
  const bundle = bundleFromDocument(document, name);
  if (kind !== undefined && bundle.kind !== kind)
    throw new Error(`${name} is a ${kind} by its header, but not by its content`);
  return bundle;
}

/** Reads a single replay. Throws an Error that starts with the source's name and says what is wrong. */
export function replayFrom(source: ReplaySource): Replay {
  const { kind, scenes } = bundleFrom(source);
  if (kind !== 'replay') throw new Error(`${source.name} is a ${kind} of ${scenes.length} replays, not a single one`);
  return scenes[0]!;
}
