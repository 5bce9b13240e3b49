import type { ReplayBundle } from '../../format/bundle-document.ts';

/** A piece as it is kept: sealed, with what the list shows of it. */
export interface LibraryEntry {
  /** Of what is in it: the same piece is not kept twice. */
  id: string;
  kind: ReplayBundle['kind'];
  name: string;
  tags: string[];
  /** When it was kept, ms since 1970. */
  made: number;
  /** The farthest of its scenes, metres; and that one's fitness. */
  distance: number;
  fitness: number;
  body: string;
  task: string;
  /** Of its last scene. */
  generation: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** A picture as an address; empty where there is none. */
  thumbnail: string;
}
export const isText = (value: unknown) => typeof value === 'string';
export const isNumber = (value: unknown) => typeof value === 'number';

/** Whether what storage gave back is an entry: browsers do lose bytes. */
export function isEntry(value: unknown): value is LibraryEntry {
  const it = (value ?? {}) as Record<keyof LibraryEntry, unknown>;
  return (
    [it.id, it.kind, it.name, it.body, it.task, it.thumbnail].every(isText) &&
    [it.made, it.distance, it.fitness, it.generation].every(isNumber) &&
    Array.isArray(it.tags) &&
    it.tags.every(isText) &&
    it.bytes instanceof Uint8Array
  );
}
