import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LibraryEntry } from './replay-entry.ts';
import type { SavedBody } from './saved-body.ts';
import type { SavedRun, SaveSlot } from './saved-run.ts';

interface Schema extends DBSchema {
  replays: { key: string; value: LibraryEntry };
  /** What the list of saved runs shows, so that their files need not be read. */
  runs: { key: string; value: SavedRun };
  /** The two newest files of each run. */
  checkpoints: { key: [string, SaveSlot]; value: Uint8Array };
  bodies: { key: string; value: SavedBody };
}

export type Database = IDBPDatabase<Schema>;

/** Maximum time that another tab takes to close an older version of the database, ms. */
const BLOCKED_TIMEOUT = 1000;

/** Another tab holds an older version of the database open, which cannot be upgraded until that tab is closed. */
export class DatabaseBlocked extends Error {
  constructor() {
    super('an older version of this page is open in another tab: close that tab');
  }
}

/** The database being opened. The browser continues to wait for the other tab after `blocked` has rejected. */
let opening: { database: Promise<Database>; blocked: Promise<never> } | undefined;

function beginOpening() {
  let onBlocked = () => {};
  const blocked = new Promise<never>((_, reject) => {
    onBlocked = () => void setTimeout(() => reject(new DatabaseBlocked()), BLOCKED_TIMEOUT);
  });
  blocked.catch(() => {});
  const database = openDB<Schema>('gaitlab', 3, {
    upgrade(fresh, from) {
      if (from < 1) fresh.createObjectStore('replays', { keyPath: 'id' });
      if (from < 2) {
        fresh.createObjectStore('runs', { keyPath: 'id' });
        fresh.createObjectStore('checkpoints');
      }
      if (from < 3) fresh.createObjectStore('bodies', { keyPath: 'id' });
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
 * Opens IndexedDB; no other file does. Rejects if the browser has none or refuses it, and with DatabaseBlocked after
 * BLOCKED_TIMEOUT while another tab prevents the upgrade; a later call succeeds once that tab is closed.
 */
export async function openDatabase(): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new Error('this browser has none');
  opening ??= beginOpening();
  return Promise.race([opening.database, opening.blocked]);
}
