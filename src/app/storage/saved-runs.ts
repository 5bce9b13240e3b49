import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpenedRun, RunFile } from '../../run/checkpoint-recorder.ts';
import type { RunRecord } from '../session/run-record.ts';
import type { Session } from '../session/session.ts';
import { notify } from '../widgets/notice.tsx';
import { lockedRuns, lockRun } from './locks.ts';
import { restoredRun } from './restored-run.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { displayName, MAX_NAME_LENGTH, type SavedRun, surplus } from './saved-run.ts';
import { isFull, storageFault } from './storage-fault.ts';
import { words } from './words.ts';

/** The runs that are saved in this browser, those of this tab included. */
export interface SavedRuns {
  /** The latest first. */
  readonly runs: ReadonlySignal<readonly SavedRun[]>;
  /** Ids of the runs that are open in other tabs. */
  readonly openElsewhere: ReadonlySignal<ReadonlySet<string>>;
  /** A sentence that says why runs cannot be saved; empty if they can. */
  readonly fault: ReadonlySignal<string>;
  /** Reads storage again: another tab may have changed it. */
  refresh(): Promise<void>;
  /** Stores a run of this tab. Returns false and sets `fault` when that fails. */
  save(run: RunRecord, file: RunFile): Promise<boolean>;
  /** The id under which a run of this tab is saved. */
  idOf(run: RunRecord): string;
  /** Continues a saved run on the page. Rejects with a sentence when it is open in another tab or cannot be read. */
  resume(id: string): Promise<void>;
  /** Continues the run in a file. Rejects with a sentence that names the file when it is no run. */
  resumeFile(bytes: Uint8Array, fileName: string): Promise<void>;
  /** The newest file of a run. */
  fileOf(id: string): Promise<Uint8Array>;
  change(id: string, to: Partial<Pick<SavedRun, 'name' | 'isPinned'>>): Promise<void>;
  /** Returns a function that restores it. */
  remove(id: string): Promise<() => Promise<void>>;
}

const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');

export function createSavedRuns(
  session: Pick<Session, 'decodeRun' | 'simulate' | 'nextId' | 'resume' | 'isLearning'>,
  store: RunStore = createRunStore(),
): SavedRuns {
  const runs = signal<readonly SavedRun[]>([]);
  const openElsewhere = signal<ReadonlySet<string>>(new Set());
  const fault = signal('');
  const ids = new WeakMap<RunRecord, string>();
  /** Ids of the runs of this tab. */
  const ownIds = new Set<string>();

  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await action();
      fault.value = '';
      return done;
    } catch (error) {
      fault.value = storageFault(error);
      return undefined;
    }
  }

  async function refresh(): Promise<void> {
    const listed = await attempt(store.list);
    const locked = await lockedRuns();
    openElsewhere.value = new Set([...locked].filter((id) => !ownIds.has(id)));
    if (listed)
      runs.value = listed.runs
        .filter(({ isDeleted }) => !isDeleted)
        .toSorted((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1));
  }

  /** Removes for good the runs that the viewer deleted, and those beyond the maximum number. Returns the number of damaged records. */
  async function purge(): Promise<number> {
    const { runs: all, damaged } = await store.list();
    const locked = await lockedRuns();
    const gone = [...all.filter(({ isDeleted }) => isDeleted), ...surplus(all, (id) => locked.has(id))];
    if (gone.length > 0) await store.purge(gone.map(({ id }) => id));
    return damaged;
  }

  function idOf(run: RunRecord): string {
    const known = ids.get(run);
    if (known) return known;
    const id = newId();
    ids.set(run, id);
    ownIds.add(id);
    void lockRun(id);
    return id;
  }

  /** Decodes the first of these files that can be read. */
  async function readFirst(files: readonly Uint8Array[]) {
    let reason = '';
    for (const [i, bytes] of files.entries()) {
      try {
        return { ...(await session.decodeRun(bytes, words.itsFile)), isOlder: i > 0 };
      } catch (error) {
        reason ||= (error as Error).message;
      }
    }
    throw new Error(words.damaged(reason));
  }

  async function save(run: RunRecord, { bytes, experiment, generation, seconds }: RunFile): Promise<boolean> {
    const [name, isPinned, best] = [run.name.value, run.isPinned.value, run.best.value ?? Number.NaN];
    const id = idOf(run);
    const isDeleted = false;
    const listed = { id, name, isPinned, experiment, generation, seconds, best, isDeleted };
    const saved = { ...listed, pending: run.pendingAfter(experiment), size: bytes.length, saved: Date.now() };
    const put = async () => {
      await store.save(saved, bytes);
      return true;
    };
    const isDone = await attempt(async () => {
      try {
        return await put();
      } catch (error) {
        if (!isFull(error)) throw error;
        await purge();
        return put();
      }
    });
    if (isDone) runs.value = [{ ...saved, slot: 0 }, ...runs.value.filter((each) => each.id !== id)];
    return isDone === true;
  }

  function showRun(run: RunRecord, { isOfThisEngine }: Pick<OpenedRun, 'isOfThisEngine'>, name: string): void {
    session.resume(run);
    session.isLearning.value = true;
    if (!isOfThisEngine) notify(words.otherEngine(name));
  }

  async function change(id: string, to: Partial<SavedRun>): Promise<void> {
    await attempt(() => store.change(id, to));
    await refresh();
  }

  void attempt(purge).then((damaged = 0) => {
    if (damaged > 0) notify(words.unreadable(damaged), { isPassing: true });
    return refresh();
  });
  return {
    runs,
    openElsewhere,
    fault,
    refresh,
    save,
    idOf,
    async resume(id) {
      const saved = runs.value.find((each) => each.id === id);
      if (saved === undefined) throw new Error(words.damaged(''));
      const release = ownIds.has(id) ? undefined : await lockRun(id);
      if (!ownIds.has(id) && release === undefined) throw new Error(words.runsElsewhere(displayName(saved)));
      try {
        const file = await readFirst(await store.files(id));
        const run = await restoredRun(session.nextId(), file.checkpoint, session.simulate, saved.best);
        if (!file.isOlder) run.pending.value = saved.pending;
        run.name.value = saved.name;
        run.isPinned.value = saved.isPinned;
        ids.set(run, id);
        showRun(run, file, displayName(saved));
        ownIds.add(id);
        if (file.isOlder) notify(words.before, { isPassing: true });
      } catch (error) {
        release?.();
        throw error;
      }
    },
    async resumeFile(bytes, fileName) {
      const file = await session.decodeRun(bytes, fileName);
      const run = await restoredRun(session.nextId(), file.checkpoint, session.simulate);
      run.name.value = fileName.replace(/\.\w+$/, '').slice(0, MAX_NAME_LENGTH);
      showRun(run, file, fileName);
    },
    async fileOf(id) {
      const [newest] = await store.files(id);
      if (newest === undefined) throw new Error(words.damaged(''));
      return newest;
    },
    change,
    async remove(id) {
      await change(id, { isDeleted: true });
      return () => change(id, { isDeleted: false });
    },
  };
}
