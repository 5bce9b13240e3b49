import { type ReadonlySignal, signal } from '@preact/signals';
import { reasonOf } from '../widgets/error-sentence.ts';
import { type BodyStore, openBodyStore } from './body-store.ts';
import type { SavedBody } from './saved-body.ts';
import { type UnsavedBodies, unsavedBodies } from './unsaved-bodies.ts';

/** The viewer's creatures. Changes apply in memory at once and are then stored; what cannot be stored lasts until the page closes. */
export interface OwnBodies {
  /** The one changed last first. */
  readonly list: ReadonlySignal<readonly SavedBody[]>;
  /** Why they cannot be stored; empty if they can. */
  readonly fault: ReadonlySignal<string>;
  refresh(): Promise<void>;
  save(body: SavedBody): Promise<void>;
  remove(id: string): Promise<void>;
  /** Leaves what is not stored yet to the next page, at once: storage is asynchronous and stops when a page closes. */
  leave(): void;
}

export function createOwnBodies(open: () => Promise<BodyStore>, left: UnsavedBodies): OwnBodies {
  const list = signal<readonly SavedBody[]>([]);
  const fault = signal('');
  const unsaved = new Map<string, SavedBody>();
  let opening: Promise<BodyStore> | undefined;

  async function withStore(action: (store: BodyStore) => Promise<void>): Promise<void> {
    try {
      opening ??= open();
      await action(await opening);
      fault.value = '';
    } catch (error) {
      fault.value = reasonOf(error);
      // Browsers and other tabs may close the connection: the next call opens it again.
      opening = undefined;
    }
  }
  const sorted = (bodies: readonly SavedBody[]) => [...bodies].sort((a, b) => b.changed - a.changed);
  const withUnsaved = (bodies: readonly SavedBody[]) =>
    sorted([...bodies.filter(({ id }) => !unsaved.has(id)), ...unsaved.values()]);
  async function storeUnsaved(store: BodyStore): Promise<void> {
    for (const each of [...unsaved.values()]) {
      await store.put(each);
      if (unsaved.get(each.id) === each) unsaved.delete(each.id);
    }
  }
  return {
    list,
    fault,
    async refresh() {
      for (const each of left.read()) if (!unsaved.has(each.id)) unsaved.set(each.id, each);
      list.value = withUnsaved(list.peek());
      await withStore(async (store) => {
        const read = await store.read();
        // The last page may have stored it after all, or another one a later state.
        for (const { id, changed } of read) if (changed >= (unsaved.get(id)?.changed ?? changed)) unsaved.delete(id);
        list.value = withUnsaved(read);
        await storeUnsaved(store);
        left.write([]);
      });
    },
    async save(body) {
      unsaved.set(body.id, body);
      list.value = withUnsaved(list.peek());
      await withStore(storeUnsaved);
    },
    async remove(id) {
      list.value = list.peek().filter((each) => each.id !== id);
      unsaved.delete(id);
      await withStore((store) => store.remove(id));
    },
    leave() {
      if (unsaved.size > 0) left.write(withUnsaved(left.read()));
    },
  };
}

/** Those of the page. */
export const ownBodies = createOwnBodies(openBodyStore, unsavedBodies);
