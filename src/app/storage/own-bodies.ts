import { type ReadonlySignal, signal } from '@preact/signals';
import { reasonOf } from '../widgets/error-sentence.ts';
import { type BodyStore, openBodyStore } from './body-store.ts';
import type { SavedBody } from './saved-body.ts';

/** The viewer's creatures. Changes apply in memory at once and are then stored; what cannot be stored lasts until the page closes. */
export interface OwnBodies {
  /** The one changed last first. */
  readonly list: ReadonlySignal<readonly SavedBody[]>;
  /** Why they cannot be stored; empty if they can. */
  readonly fault: ReadonlySignal<string>;
  refresh(): Promise<void>;
  save(body: SavedBody): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createOwnBodies(open: () => Promise<BodyStore>): OwnBodies {
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
  return {
    list,
    fault,
    refresh: () =>
      withStore(async (store) => {
        const read = await store.read();
        list.value = sorted([...read.filter(({ id }) => !unsaved.has(id)), ...unsaved.values()]);
      }),
    async save(body) {
      list.value = sorted([...list.peek().filter(({ id }) => id !== body.id), body]);
      unsaved.set(body.id, body);
      await withStore(async (store) => {
        for (const each of [...unsaved.values()]) {
          await store.put(each);
          if (unsaved.get(each.id) === each) unsaved.delete(each.id);
        }
      });
    },
    async remove(id) {
      list.value = list.peek().filter((each) => each.id !== id);
      unsaved.delete(id);
      await withStore((store) => store.remove(id));
    },
  };
}

/** Those of the page. */
export const ownBodies = createOwnBodies(openBodyStore);
