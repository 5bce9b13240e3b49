import type { ReplaySource } from '../../format/replay-source.ts';
import { words } from './words.ts';

/** The text of a replay in an address' part behind #; undefined for none. */
export const linkIn = (hash: string): string | undefined => new URLSearchParams(hash.slice(1)).get('r') ?? undefined;

/** What the address asks for: a replay in itself, or a file by ?file=; undefined for nothing. Rejects when it cannot be fetched. */
export async function asked({ hash, search }: Location): Promise<ReplaySource | undefined> {
  const link = linkIn(hash);
  if (link !== undefined) return { name: words.inLink, link };
  const file = new URLSearchParams(search).get('file');
  if (file === null) return undefined;
  const answer = await fetch(file).catch(() => undefined);
  if (!answer?.ok) throw new Error(words.notFetched(file));
  return { name: file.split('/').at(-1) ?? file, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

export const fromFile = async (file: File): Promise<ReplaySource> => {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
};
