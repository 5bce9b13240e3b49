import { type Database, openDatabase } from './database.ts';
import { isKept, type Kept } from './kept.ts';

/** Where runs stay when the page is closed. Each thing asked is done wholly or not at all; whatever goes wrong rejects. */
export interface RunStore {
  /** All that can be read. */
  list(): Promise<Kept[]>;
  /** Keeps a file of a run beside the one before it. */
  save(kept: Omit<Kept, 'slot'>, bytes: Uint8Array): Promise<void>;
  /** The files of a run, the newest first. */
  files(id: string): Promise<Uint8Array[]>;
  /** What is listed of a run, changed. */
  change(id: string, to: Partial<Kept>): Promise<void>;
  /** For good. */
  purge(ids: readonly string[]): Promise<void>;
}

export function createRunStore(open: () => Promise<Database> = openDatabase): RunStore {
  let opening: Promise<Database> | undefined;

  /** A browser closes a database now and then: then it is opened once more. */
  async function within<T>(does: (db: Database) => Promise<T>): Promise<T> {
    const isOpen = opening !== undefined;
    try {
      opening ??= open();
      return await does(await opening);
    } catch (error) {
      opening = undefined;
      if (!isOpen || (error as Error).name !== 'InvalidStateError') throw error;
      return within(does);
    }
  }

  return {
    list: () => within(async (db) => ((await db.getAll('runs')) as unknown[]).filter(isKept)),
    save: (kept, bytes) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints'], 'readwrite');
        const [runs, checkpoints] = [change.objectStore('runs'), change.objectStore('checkpoints')];
        const write = async () => {
          const before = await runs.get(kept.id);
          const slot = before?.slot === 0 ? 1 : 0;
          await Promise.all([runs.put({ ...kept, slot }), checkpoints.put(bytes, [kept.id, slot])]);
        };
        await Promise.all([write(), change.done]);
      }),
    files: (id) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints']);
        const slot = (await change.objectStore('runs').get(id))?.slot ?? 0;
        const checkpoints = change.objectStore('checkpoints');
        const both = await Promise.all([checkpoints.get([id, slot]), checkpoints.get([id, slot === 0 ? 1 : 0])]);
        return both.filter((bytes) => bytes !== undefined);
      }),
    change: (id, to) =>
      within(async (db) => {
        const change = db.transaction('runs', 'readwrite');
        const kept = await change.store.get(id);
        await Promise.all([kept && change.store.put({ ...kept, ...to }), change.done]);
      }),
    purge: (ids) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints'], 'readwrite');
        const gone = ids.flatMap((id) => [
          change.objectStore('runs').delete(id),
          change.objectStore('checkpoints').delete(IDBKeyRange.bound([id, 0], [id, 1])),
        ]);
        await Promise.all([...gone, change.done]);
      }),
  };
}
