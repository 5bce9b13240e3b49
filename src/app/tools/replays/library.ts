import { type ReadonlySignal, signal } from '@preact/signals';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import { openStore, type Store } from '../../storage/replay-store.ts';
import { words } from './words.ts';

/** What is kept. It is there at once and goes to storage behind that; what does not get there stays until the page is closed. */
export interface Library {
  readonly entries: ReadonlySignal<readonly LibraryEntry[]>;
  /** Whether storage was read, or found shut. */
  readonly isReady: ReadonlySignal<boolean>;
  /** Those that are in memory alone, by id. */
  readonly homeless: ReadonlySignal<ReadonlySet<string>>;
  /** What storage cannot do, in a sentence; empty when all is well. */
  readonly trouble: ReadonlySignal<string>;
  /** Reads storage once more: another tab may have kept something. */
  refresh(): Promise<void>;
  /** Takes in those that are not there yet and gives them; nothing there is ever overwritten. */
  add(entries: readonly LibraryEntry[]): Promise<LibraryEntry[]>;
  change(id: string, to: Partial<Pick<LibraryEntry, 'name' | 'tags' | 'thumbnail'>>): Promise<void>;
  /** Gives what brings them back. */
  remove(ids: readonly string[]): Promise<() => Promise<void>>;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function troubleOf(error: unknown): string {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return isFull ? words.full : words.shut(reasonOf(error));
}

export function createLibrary(open: () => Promise<Store>): Library {
  const entries = signal<readonly LibraryEntry[]>([]);
  const isReady = signal(false);
  const homeless = signal<ReadonlySet<string>>(new Set());
  const trouble = signal('');
  let opening: Promise<Store> | undefined;

  /** Does something in storage; false, and in `trouble` why, when that could not be. */
  async function within(does: (store: Store) => Promise<void>): Promise<boolean> {
    try {
      opening ??= open();
      await does(await opening);
      return true;
    } catch (error) {
      trouble.value = troubleOf(error);
      // Another time it may be open: a browser closes it now and then, or another tab had to.
      opening = undefined;
      return false;
    }
  }

  async function save(saved: readonly LibraryEntry[]): Promise<void> {
    const waiting = entries.value.filter(({ id }) => homeless.value.has(id) && !saved.some((each) => each.id === id));
    if (await within((into) => into.put(saved))) {
      const left = new Set(homeless.value);
      for (const { id } of saved) left.delete(id);
      homeless.value = left;
      // There may be room now for who found none.
      if (waiting.length === 0) trouble.value = '';
      else if (await within((into) => into.put(waiting))) [homeless.value, trouble.value] = [new Set(), ''];
    } else {
      homeless.value = new Set([...homeless.value, ...saved.map(({ id }) => id)]);
    }
  }

  async function add(added: readonly LibraryEntry[]): Promise<LibraryEntry[]> {
    // What is there is to be known first, lest it be overwritten.
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
    await within(async (from) => {
      const { entries: read, damaged } = await from.read();
      const own = entries.value.filter(({ id }) => homeless.value.has(id));
      entries.value = [...read.filter(({ id }) => !own.some((each) => each.id === id)), ...own];
      if (damaged > 0) trouble.value = words.damaged(damaged);
      else if (own.length === 0) trouble.value = '';
    });
    isReady.value = true;
  }

  return {
    entries,
    isReady,
    homeless,
    trouble,
    refresh,
    add,
    async change(id, to) {
      entries.value = entries.value.map((entry) => (entry.id === id ? { ...entry, ...to } : entry));
      await save(entries.value.filter((entry) => entry.id === id));
    },
    async remove(ids) {
      const gone = entries.value.filter(({ id }) => ids.includes(id));
      entries.value = entries.value.filter(({ id }) => !ids.includes(id));
      const inMemory = gone.filter(({ id }) => homeless.value.has(id)).length;
      homeless.value = new Set([...homeless.value].filter((id) => !ids.includes(id)));
      if (inMemory < gone.length) await within((from) => from.remove(ids));
      if (homeless.value.size === 0 && inMemory > 0) trouble.value = '';
      return async () => void (await add(gone));
    },
  };
}

/** The page's own. */
export const library = createLibrary(openStore);
