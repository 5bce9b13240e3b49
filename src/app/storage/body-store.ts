import { openDatabase } from './database.ts';
import { isSavedBody, type SavedBody } from './saved-body.ts';

/** The viewer's creatures in IndexedDB. Each call is atomic and rejects when it fails. */
export interface BodyStore {
  /** The creatures, the one changed last first; records that cannot be read are left as they are. */
  read(): Promise<SavedBody[]>;
  put(body: SavedBody): Promise<void>;
  remove(id: string): Promise<void>;
}

export async function openBodyStore(): Promise<BodyStore> {
  const db = await openDatabase();
  return {
    async read() {
      const all: unknown[] = await db.getAll('bodies');
      return all.filter(isSavedBody).sort((a, b) => b.changed - a.changed);
    },
    async put(body) {
      await db.put('bodies', body);
    },
    remove: (id) => db.delete('bodies', id),
  };
}
