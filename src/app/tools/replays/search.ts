import type { LibraryEntry } from '../../storage/replay-entry.ts';

export const ORDERS = ['newest', 'farthest', 'name'] as const;
export type SortOrder = (typeof ORDERS)[number];

export interface Wanted {
  /** Words that are all to be found in names, tags, bodies or tasks. */
  text: string;
  /** Empty for any. */
  tag: string;
  order: SortOrder;
}

type Listed = Pick<LibraryEntry, 'id' | 'name' | 'tags' | 'made' | 'distance' | 'body' | 'task'>;

const compare = (a: string, b: string) => a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' });

const orders: Record<SortOrder, (a: Listed, b: Listed) => number> = {
  newest: (a, b) => b.made - a.made,
  farthest: (a, b) => b.distance - a.distance,
  name: (a, b) => compare(a.name, b.name),
};

/** Those that are wanted, in the order wanted; who is equal, the newest first. */
export function found<E extends Listed>(entries: readonly E[], { text, tag, order }: Wanted): E[] {
  const asked = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = ({ name, tags, body, task }: Listed) => {
    const all = [name, ...tags, body, task].join('\n').toLowerCase();
    return asked.every((word) => all.includes(word));
  };
  return entries
    .filter((entry) => (tag === '' || entry.tags.includes(tag)) && has(entry))
    .sort((a, b) => orders[order](a, b) || b.made - a.made || compare(a.id, b.id));
}

/** Every tag there is, by the alphabet. */
export const tagsIn = (entries: readonly Pick<LibraryEntry, 'tags'>[]): string[] =>
  [...new Set(entries.flatMap(({ tags }) => tags))].sort(compare);

/** Tags as they are typed, with commas between; none twice, no more and no longer than a file takes. */
export const tagsFrom = (text: string, most: number, letters: number): string[] =>
  [...new Set(text.split(',').map((tag) => tag.trim().slice(0, letters)))].filter(Boolean).slice(0, most);
