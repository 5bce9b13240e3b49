import { type ReadonlySignal, signal } from '@preact/signals';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import { openStore, type Store } from '../../storage/replay-store.ts';
import { reasonOf } from '../../widgets/error-sentence.ts';
import { words } from './words.ts';

/** The saved replays. Changes apply in memory at once and are then stored; entries that cannot be stored last until the page closes. */
export interface Library {
  readonly entries: ReadonlySignal<readonly LibraryEntry[]>;
  /** Whether storage was read, or turned out to be unavailable. */
  readonly isReady: ReadonlySignal<boolean>;
  /** Ids of entries that are in memory only. */
  readonly unsaved: ReadonlySignal<ReadonlySet<string>>;
  /** What is wrong with storage, as a sentence; empty if nothing. */
  readonly fault: ReadonlySignal<string>;
  /** Reads storage again: another tab may have changed it. */
  refresh(): Promise<void>;
  /** Adds the entries whose ids are new and returns them. Never overwrites an entry. */
  add(entries: readonly LibraryEntry[]): Promise<LibraryEntry[]>;
  change(id: string, to: Partial<Pick<LibraryEntry, 'name' | 'tags' | 'thumbnail'>>): Promise<void>;
  /** Removes entries. Returns a function that restores them. */
  remove(ids: readonly string[]): Promise<() => Promise<void>>;
}

function storageFault(error: unknown): string {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return isFull ? words.full : words.shut(reasonOf(error));
}

export function createLibrary(open: () => Promise<Store>): Library {
  const entries = signal<readonly LibraryEntry[]>([]);
  const isReady = signal(false);
  const unsaved = signal<ReadonlySet<string>>(new Set());
  const trouble = signal('');
  let opening: Promise<Store> | undefined;

  /** Runs an action on the store. Returns false and sets `trouble` when it fails. */
  async function withStore(action: (store: Store) => Promise<void>): Promise<boolean> {
    try {
      opening ??= open();
      await action(await opening);
      return true;
    } catch (error) {
      trouble.value = storageFault(error);
      // Browsers and other tabs may close the connection: the next call opens it again.
      opening = undefined;
      return false;
    }
  }

  async function save(saved: readonly LibraryEntry[]): Promise<void> {
    const waiting = entries.value.filter(({ id }) => unsaved.value.has(id) && !saved.some((each) => each.id === id));
    if (await withStore((into) => into.put(saved))) {
      const left = new Set(unsaved.value);
      for (const { id } of saved) left.delete(id);
      unsaved.value = left;
      // Entries that could not be stored before may be stored now.
      if (waiting.length === 0) trouble.value = '';
      else if (await withStore((into) => into.put(waiting))) [unsaved.value, trouble.value] = [new Set(), ''];
    } else {
      unsaved.value = new Set([...unsaved.value, ...saved.map(({ id }) => id)]);
    }
  }

  async function add(added: readonly LibraryEntry[]): Promise<LibraryEntry[]> {
    // Storage must be read first, so that nothing in it is overwritten.
    if (!isReady.value) await refresh();
    const fresh = added.filter(
      ({ id }, i) => !entries.value.some((each) => each.id === id) && added.findIndex((each) => each.id === id) === i,
    );
    if (fresh.length === 0) return [];
    entries.value = [...entries.value, ...fresh];
    await save(fresh);
    return fresh;
  }

  async function refresh(): Promise<void> {
    await withStore(async (from) => {
      const { entries: read, damaged } = await from.read();
      const own = entries.value.filter(({ id }) => unsaved.value.has(id));
      entries.value = [...read.filter(({ id }) => !own.some((each) => each.id === id)), ...own];
      if (damaged > 0) trouble.value = words.damaged(damaged);
      else if (own.length === 0) trouble.value = '';
    });
    isReady.value = true;
  }

  return {
    entries,
    isReady,
    unsaved: unsaved,
    fault: trouble,
    refresh,
    add,
    async change(id, to) {
      entries.value = entries.value.map((entry) => (entry.id === id ? { ...entry, ...to } : entry));
      await save(entries.value.filter((entry) => entry.id === id));
    },
    async remove(ids) {
      const gone = entries.value.filter(({ id }) => ids.includes(id));
      entries.value = entries.value.filter(({ id }) => !ids.includes(id));
      const inMemory = gone.filter(({ id }) => unsaved.value.has(id)).length;
      unsaved.value = new Set([...unsaved.value].filter((id) => !ids.includes(id)));
      if (inMemory < gone.length) await withStore((from) => from.remove(ids));
      if (unsaved.value.size === 0 && inMemory > 0) trouble.value = '';
      return async () => void (await add(gone));
    },
  };
}

/** The library of the page. */
export const library = createLibrary(openStore);
