import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept, SaveSlot } from './kept.ts';
import type { LibraryEntry } from './replay-entry.ts';

interface Schema extends DBSchema {
  replays: { key: string; value: LibraryEntry };
  /** What is to know of each kept run without opening it. */
  runs: { key: string; value: Kept };
  /** The two newest files of each. */
  checkpoints: { key: [string, SaveSlot]; value: Uint8Array };
}

export type Database = IDBPDatabase<Schema>;

/** The only door to IndexedDB. Rejects where a browser has none, or keeps it shut. */
export async function openDatabase(): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new Error('this browser has none');
  return openDB<Schema>('gaitlab', 2, {
    upgrade(fresh, from) {
      if (from < 1) fresh.createObjectStore('replays', { keyPath: 'id' });
      if (from < 2) {
        fresh.createObjectStore('runs', { keyPath: 'id' });
        fresh.createObjectStore('checkpoints');
      }
    },
    // A newer page in another tab wants to change it: it is let in, and this one opens it again when it next keeps something.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}
