import { type Database, openDatabase } from './database.ts';
import { parseSavedRun, type SavedRun, type SaveSlot } from './saved-run.ts';

/** Saved runs in IndexedDB. Each call is atomic and rejects when it fails. */
export interface RunStore {
  /** The runs, and the number of records that cannot be read; those are left as they are. */
  list(): Promise<{ runs: SavedRun[]; damaged: number }>;
  /** Stores a file of a run; the previous file is kept, older ones are replaced. */
  save(saved: Omit<SavedRun, 'slot'>, bytes: Uint8Array): Promise<void>;
  /** The files of a run, the newest first. */
  files(id: string): Promise<Uint8Array[]>;
  /** Changes fields of a run's record. */
  change(id: string, to: Partial<SavedRun>): Promise<void>;
  /** Removes runs and their files for good. */
  purge(ids: readonly string[]): Promise<void>;
}

const other = (slot: SaveSlot): SaveSlot => (slot === 0 ? 1 : 0);
/** The slot of a record's newest file; 0 if the record is damaged. */
const slotOf = (record: { slot?: unknown } | undefined): SaveSlot => (record?.slot === 1 ? 1 : 0);

export function createRunStore(open: () => Promise<Database> = openDatabase): RunStore {
  let opening: Promise<Database> | undefined;

  /** Calls a function with the database; opens it again if the browser has closed it. */
  async function within<T>(action: (db: Database) => Promise<T>): Promise<T> {
    const isOpen = opening !== undefined;
    try {
      opening ??= open();
      return await action(await opening);
    } catch (error) {
      opening = undefined;
      if (!isOpen || (error as Error).name !== 'InvalidStateError') throw error;
      return within(action);
    }
  }

  return {
    list: () =>
      within(async (db) => {
        const all: unknown[] = await db.getAll('runs');
        const runs = all.flatMap((value) => parseSavedRun(value) ?? []);
        return { runs, damaged: all.length - runs.length };
      }),
    save: (saved, bytes) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints'], 'readwrite');
        const [runs, checkpoints] = [change.objectStore('runs'), change.objectStore('checkpoints')];
        const write = async () => {
          const before = await runs.get(saved.id);
          const slot = before ? other(slotOf(before)) : 0;
          await Promise.all([runs.put({ ...saved, slot }), checkpoints.put(bytes, [saved.id, slot])]);
        };
        await Promise.all([write(), change.done]);
      }),
    files: (id) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints']);
        const slot = slotOf(await change.objectStore('runs').get(id));
        const checkpoints = change.objectStore('checkpoints');
        const both: unknown[] = await Promise.all([checkpoints.get([id, slot]), checkpoints.get([id, other(slot)])]);
        return both.filter((bytes) => bytes instanceof Uint8Array);
      }),
    change: (id, to) =>
      within(async (db) => {
        const change = db.transaction('runs', 'readwrite');
        const record = await change.store.get(id);
        await Promise.all([record && change.store.put({ ...record, ...to }), change.done]);
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
