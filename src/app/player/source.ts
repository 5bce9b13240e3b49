import type { ReplaySource } from '../../format/replay-source.ts';
import { readFile, readResponse } from '../browser/read-file.ts';
import { words } from './words.ts';

/** The link text of a replay in the address's hash; undefined for none. */
const linkIn = (hash: string): string | undefined => new URLSearchParams(hash.slice(1)).get('r') ?? undefined;

/** The replay in the address: in its hash, or a file in `?file=`. Rejects when the file cannot be fetched. */
export async function requestedSource({ hash, search }: Location): Promise<ReplaySource | undefined> {
  const link = linkIn(hash);
  if (link !== undefined) return { name: words.inLink, link };
  const file = new URLSearchParams(search).get('file');
  if (file === null) return undefined;
  const response = await fetch(file).catch(() => undefined);
  if (!response?.ok) throw new Error(words.notFetched(file));
  const name = file.split('/').at(-1) ?? file;
  return { name, bytes: await readResponse(response, name) };
}

export const fromFile = async (file: File): Promise<ReplaySource> => ({ name: file.name, bytes: await readFile(file) });
