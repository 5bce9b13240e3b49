import { type Database, openDatabase } from './database.ts';
import { type Kept, parseKept, type SaveSlot } from './kept.ts';

/** Runs in IndexedDB. Each call is done wholly or not at all; it rejects when anything goes wrong. */
export interface RunStore {
  /** The runs that can be used, and how many records cannot: those stay where they are. */
  list(): Promise<{ runs: Kept[]; damaged: number }>;
  /** Stores a file of a run beside the one before it. */
  save(kept: Omit<Kept, 'slot'>, bytes: Uint8Array): Promise<void>;
  /** The files of a run, the newest first. */
  files(id: string): Promise<Uint8Array[]>;
  /** Changes what is listed of a run. */
  change(id: string, to: Partial<Kept>): Promise<void>;
  /** Removes runs and their files for good. */
  purge(ids: readonly string[]): Promise<void>;
}

const other = (slot: SaveSlot): SaveSlot => (slot === 0 ? 1 : 0);
/** The slot of a record's newest file; a damaged record may name none. */
const slotOf = (record: { slot?: unknown } | undefined): SaveSlot => (record?.slot === 1 ? 1 : 0);

export function createRunStore(open: () => Promise<Database> = openDatabase): RunStore {
  let opening: Promise<Database> | undefined;

  /** A browser may close a database at any time: then it is opened once more. */
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
    list: () =>
      within(async (db) => {
        const all: unknown[] = await db.getAll('runs');
        const runs = all.flatMap((value) => parseKept(value) ?? []);
        return { runs, damaged: all.length - runs.length };
      }),
    save: (kept, bytes) =>
      within(async (db) => {
        const change = db.transaction(['runs', 'checkpoints'], 'readwrite');
        const [runs, checkpoints] = [change.objectStore('runs'), change.objectStore('checkpoints')];
        const write = async () => {
          const before = await runs.get(kept.id);
          const slot = before ? other(slotOf(before)) : 0;
          await Promise.all([runs.put({ ...kept, slot }), checkpoints.put(bytes, [kept.id, slot])]);
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
