import type { LibraryEntry } from '../../storage/replay-entry.ts';

export const ORDERS = ['newest', 'farthest', 'name'] as const;
export type SortOrder = (typeof ORDERS)[number];

export interface SearchQuery {
  /** Words that must all occur in the name, tags, body or task. */
  text: string;
  /** Required tag; empty for any. */
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

/** The entries that match, sorted; equal ones by date, the newest first. */
export function findEntries<E extends Listed>(entries: readonly E[], { text, tag, order }: SearchQuery): E[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = ({ name, tags, body, task }: Listed) => {
    const all = [name, ...tags, body, task].join('\n').toLowerCase();
    return terms.every((term) => all.includes(term));
  };
  return entries
    .filter((entry) => (tag === '' || entry.tags.includes(tag)) && has(entry))
    .sort((a, b) => orders[order](a, b) || b.made - a.made || compare(a.id, b.id));
}

/** All tags, in alphabetical order. */
export const tagsIn = (entries: readonly Pick<LibraryEntry, 'tags'>[]): string[] =>
  [...new Set(entries.flatMap(({ tags }) => tags))].sort(compare);

/** Parses tags separated by commas: without duplicates, at most `maxCount`, each cut to `maxLength` characters. */
export const tagsFrom = (text: string, maxCount: number, maxLength: number): string[] =>
  [...new Set(text.split(',').map((tag) => tag.trim().slice(0, maxLength)))].filter(Boolean).slice(0, maxCount);
