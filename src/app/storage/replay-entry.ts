import type { ReplayBundle } from '../../format/bundle-document.ts';

/** A replay, film or race in the library: its file, and what the list shows. */
export interface LibraryEntry {
  /** Hash of its content, so that nothing is stored twice. */
  id: string;
  kind: ReplayBundle['kind'];
  name: string;
  tags: string[];
  /** When it was stored, ms since 1970. */
  made: number;
  /** Distance of its farthest scene, metres, and the fitness of that scene. */
  distance: number;
  fitness: number;
  body: string;
  task: string;
  /** Generation of its last scene. */
  generation: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** A picture as a data URL; empty for none. */
  thumbnail: string;
}
export const isText = (value: unknown) => typeof value === 'string';
export const isNumber = (value: unknown) => typeof value === 'number';

/** Whether a record from storage is an entry: other versions of the page may store other data, and browsers lose bytes. */
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
