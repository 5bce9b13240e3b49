import { openDatabase } from './database.ts';
import { isEntry, type LibraryEntry } from './replay-entry.ts';

/** The library's entries in IndexedDB. Each call is atomic and rejects when it fails. */
export interface Store {
  /** The entries, and the number of records that cannot be read; those are left as they are. */
  read(): Promise<{ entries: LibraryEntry[]; damaged: number }>;
  put(entries: readonly LibraryEntry[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export async function openStore(): Promise<Store> {
  const db = await openDatabase();
  return {
    async read() {
      const all: unknown[] = await db.getAll('replays');
      const entries = all.filter(isEntry);
      return { entries, damaged: all.length - entries.length };
    },
    async put(entries) {
      const change = db.transaction('replays', 'readwrite');
      await Promise.all([...entries.map((entry) => change.store.put(entry)), change.done]);
    },
    async remove(ids) {
      const change = db.transaction('replays', 'readwrite');
      await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
    },
  };
}
