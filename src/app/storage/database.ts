import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept, SaveSlot } from './kept.ts';
import type { LibraryEntry } from './replay-entry.ts';

interface Schema extends DBSchema {
  replays: { key: string; value: LibraryEntry };
  /** What the list of kept runs shows, without opening their files. */
  runs: { key: string; value: Kept };
  /** The two newest files of each run. */
  checkpoints: { key: [string, SaveSlot]; value: Uint8Array };
}

export type Database = IDBPDatabase<Schema>;

/** How long another tab may take to close an older version of the database, ms. */
const PATIENCE = 1000;

/** Another tab holds an older version of the database open, which cannot be upgraded until that tab is closed. */
export class DatabaseBlocked extends Error {
  constructor() {
    super('an older version of this page is open in another tab: close that tab');
  }
}

/** The database being opened; the browser goes on waiting for the other tab after `blocked` has rejected. */
let opening: { database: Promise<Database>; blocked: Promise<never> } | undefined;

function beginOpening() {
  let onBlocked = () => {};
  const blocked = new Promise<never>((_, reject) => {
    onBlocked = () => void setTimeout(() => reject(new DatabaseBlocked()), PATIENCE);
  });
  blocked.catch(() => {});
  const database = openDB<Schema>('gaitlab', 2, {
    upgrade(fresh, from) {
      if (from < 1) fresh.createObjectStore('replays', { keyPath: 'id' });
      if (from < 2) {
        fresh.createObjectStore('runs', { keyPath: 'id' });
        fresh.createObjectStore('checkpoints');
      }
    },
    blocked: () => onBlocked(),
    // A newer page in another tab upgrades the database: close it here; the next access opens it again.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  const forget = () => {
    opening = undefined;
  };
  database.then(forget, forget);
  return { database, blocked };
}

/**
 * Opens IndexedDB; no other file does. Rejects where the browser has none or refuses it, and with DatabaseBlocked after
 * PATIENCE while another tab prevents the upgrade; a later call succeeds once that tab is closed.
 */
export async function openDatabase(): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new Error('this browser has none');
  opening ??= beginOpening();
  return Promise.race([opening.database, opening.blocked]);
}
