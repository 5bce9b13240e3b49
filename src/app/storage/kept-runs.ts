import { type ReadonlySignal, signal } from '@preact/signals';
import type { OpenedRun, RunFile } from '../../run/checkpoint-recorder.ts';
import type { RunRecord } from '../session/run-record.ts';
import type { Session } from '../session/session.ts';
import { notify } from '../widgets/notice.tsx';
import { type Kept, keptName, MAX_NAME_LENGTH, surplus } from './kept.ts';
import { heldRuns, holdRun } from './locks.ts';
import { restoredRun } from './restored-run.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { isFull, troubleOf } from './trouble.ts';
import { words } from './words.ts';

/** The runs that this browser keeps, with those of this tab. */
export interface KeptRuns {
  /** All, the latest first. */
  readonly runs: ReadonlySignal<readonly Kept[]>;
  /** Ids of those that are open in other tabs. */
  readonly elsewhere: ReadonlySignal<ReadonlySet<string>>;
  /** Why nothing can be kept, in a sentence; empty when all is well. */
  readonly trouble: ReadonlySignal<string>;
  /** Reads storage once more: another tab may have kept something. */
  refresh(): Promise<void>;
  /** Stores a run of this tab; false when that failed, with the reason in `trouble`. */
  save(run: RunRecord, sealed: RunFile): Promise<boolean>;
  /** The id by which a run of this tab is kept. */
  idOf(run: RunRecord): string;
  /** Continues a kept run on the stage. Rejects with a sentence when it is open in another tab or cannot be read. */
  resume(id: string): Promise<void>;
  /** Continues the run in a file. Rejects with a sentence that names the file when it is no run. */
  resumeFile(bytes: Uint8Array, fileName: string): Promise<void>;
  /** The newest file of a run. */
  fileOf(id: string): Promise<Uint8Array>;
  change(id: string, to: Partial<Pick<Kept, 'name' | 'isPinned'>>): Promise<void>;
  /** Returns a function that restores it. */
  remove(id: string): Promise<() => Promise<void>>;
}

const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');

export function createKeptRuns(
  session: Pick<Session, 'open' | 'simulate' | 'nextId' | 'resume' | 'isLearning'>,
  store: RunStore = createRunStore(),
): KeptRuns {
  const runs = signal<readonly Kept[]>([]);
  const elsewhere = signal<ReadonlySet<string>>(new Set());
  const trouble = signal('');
  const ids = new WeakMap<RunRecord, string>();
  /** Ids of the runs of this tab. */
  const mine = new Set<string>();

  async function tried<T>(does: () => Promise<T>): Promise<T | undefined> {
    try {
      const done = await does();
      trouble.value = '';
      return done;
    } catch (error) {
      trouble.value = troubleOf(error);
      return undefined;
    }
  }

  async function refresh(): Promise<void> {
    const listed = await tried(store.list);
    const held = await heldRuns();
    elsewhere.value = new Set([...held].filter((id) => !mine.has(id)));
    if (listed)
      runs.value = listed.runs
        .filter(({ isDeleted }) => !isDeleted)
        .toSorted((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1));
  }

  /** Removes for good what the viewer deleted and the runs that are too many. */
  async function clear(): Promise<number> {
    const { runs: all, damaged } = await store.list();
    const held = await heldRuns();
    const gone = [...all.filter(({ isDeleted }) => isDeleted), ...surplus(all, (id) => held.has(id))];
    if (gone.length > 0) await store.purge(gone.map(({ id }) => id));
    return damaged;
  }

  function idOf(run: RunRecord): string {
    const known = ids.get(run);
    if (known) return known;
    const id = newId();
    ids.set(run, id);
    mine.add(id);
    void holdRun(id);
    return id;
  }

  /** The first of these files that can be read. */
  async function opened(files: readonly Uint8Array[]) {
    let reason = '';
    for (const [i, bytes] of files.entries()) {
      try {
        return { ...(await session.open(bytes, words.itsFile)), isOlder: i > 0 };
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
    const kept = { ...listed, pending: run.pendingAfter(experiment), size: bytes.length, saved: Date.now() };
    const put = async () => {
      await store.save(kept, bytes);
      return true;
    };
    const isDone = await tried(async () => {
      try {
        return await put();
      } catch (error) {
        if (!isFull(error)) throw error;
        await clear();
        return put();
      }
    });
    if (isDone) runs.value = [{ ...kept, slot: 0 }, ...runs.value.filter((each) => each.id !== id)];
    return isDone === true;
  }

  function enter(run: RunRecord, { isOfThisEngine }: Pick<OpenedRun, 'isOfThisEngine'>, name: string): void {
    session.resume(run);
    session.isLearning.value = true;
    if (!isOfThisEngine) notify(words.otherEngine(name));
  }

  async function change(id: string, to: Partial<Kept>): Promise<void> {
    await tried(() => store.change(id, to));
    await refresh();
  }

  void tried(clear).then((damaged = 0) => {
    if (damaged > 0) notify(words.unreadable(damaged), { isPassing: true });
    return refresh();
  });
  return {
    runs,
    elsewhere,
    trouble,
    refresh,
    save,
    idOf,
    async resume(id) {
      const kept = runs.value.find((each) => each.id === id);
      if (kept === undefined) throw new Error(words.damaged(''));
      const release = mine.has(id) ? undefined : await holdRun(id);
      if (!mine.has(id) && release === undefined) throw new Error(words.runsElsewhere(keptName(kept)));
      try {
        const file = await opened(await store.files(id));
        const run = await restoredRun(session.nextId(), file.checkpoint, session.simulate, kept.best);
        if (!file.isOlder) run.pending.value = kept.pending;
        run.name.value = kept.name;
        run.isPinned.value = kept.isPinned;
        ids.set(run, id);
        enter(run, file, keptName(kept));
        mine.add(id);
        if (file.isOlder) notify(words.before, { isPassing: true });
      } catch (error) {
        release?.();
        throw error;
      }
    },
    async resumeFile(bytes, fileName) {
      const file = await session.open(bytes, fileName);
      const run = await restoredRun(session.nextId(), file.checkpoint, session.simulate);
      run.name.value = fileName.replace(/\.\w+$/, '').slice(0, MAX_NAME_LENGTH);
      enter(run, file, fileName);
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
