import { readStored, writeStored } from '../browser/web-storage.ts';
import { isSavedBody, type SavedBody } from './saved-body.ts';

const KEY = 'unsaved-bodies';

/** Creatures that a page left before IndexedDB had them. */
export interface UnsavedBodies {
  read(): SavedBody[];
  /** Synchronously: a page that closes does nothing else. */
  write(bodies: readonly SavedBody[]): void;
}

/** Those in web storage. */
export const unsavedBodies: UnsavedBodies = {
  read() {
    try {
      const value: unknown = JSON.parse(readStored('localStorage', KEY) ?? '[]');
      return Array.isArray(value) ? value.filter(isSavedBody) : [];
    } catch {
      return [];
    }
  },
  write: (bodies) => writeStored('localStorage', KEY, JSON.stringify(bodies)),
};
