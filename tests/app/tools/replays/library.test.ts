import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryEntry } from '../../../../src/app/storage/replay-entry.ts';
import type { Store } from '../../../../src/app/storage/replay-store.ts';
import { createLibrary } from '../../../../src/app/tools/replays/library.ts';

const entry = (id: string, name = id): LibraryEntry => ({
  ...{ id, name, kind: 'replay', tags: [], made: 1, distance: 2, fitness: 3, body: 'Biped', task: 'Walk' },
  ...{ generation: 4, bytes: new Uint8Array(3), thumbnail: '' },
});

let kept: Map<string, LibraryEntry>;
let fault: Error | undefined;
let damaged = 0;
const store: Store = {
  async read() {
    if (fault) throw fault;
    return { entries: [...kept.values()], damaged };
  },
  async put(entries) {
    if (fault) throw fault;
    for (const each of entries) kept.set(each.id, each);
  },
  async remove(ids) {
    if (fault) throw fault;
    for (const id of ids) kept.delete(id);
  },
};
const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
const names = (library: ReturnType<typeof createLibrary>) => library.entries.value.map(({ name }) => name);

beforeEach(() => {
  [kept, fault, damaged] = [new Map(), undefined, 0];
});

describe('the library', () => {
  it('stores entries for the next visit', async () => {
    const first = createLibrary(async () => store);
    await first.add([entry('a'), entry('b'), entry('a')]);
    await first.change('b', { name: 'Bee', tags: ['x'] });
    const second = createLibrary(async () => store);
    await second.refresh();
    expect(names(second)).toEqual(['a', 'Bee']);
    expect(second.entries.value[1]?.tags).toEqual(['x']);
  });

  it('never overwrites an entry, even before storage was read', async () => {
    kept.set('a', entry('a', 'Mine'));
    const library = createLibrary(async () => store);
    expect(await library.add([entry('a', 'Theirs'), entry('b')])).toHaveLength(1);
    expect(names(library)).toEqual(['Mine', 'b']);
    expect(kept.get('a')?.name).toBe('Mine');
  });

  it('restores what was deleted', async () => {
    const library = createLibrary(async () => store);
    await library.add([entry('a'), entry('b')]);
    const undo = await library.remove(['a']);
    expect([...kept.keys()]).toEqual(['b']);
    await undo();
    expect([...kept.keys()].sort()).toEqual(['a', 'b']);
    expect(library.entries.value).toHaveLength(2);
  });

  it('loses nothing when storage is full, says so, and stores it when there is room', async () => {
    const library = createLibrary(async () => store);
    await library.add([entry('a')]);
    fault = full;
    await library.add([entry('b')]);
    expect(names(library)).toEqual(['a', 'b']);
    expect(library.unsaved.value).toEqual(new Set(['b']));
    expect(library.fault.value).toMatch(/^There is no space left/);
    fault = undefined;
    await library.refresh();
    expect(names(library)).toEqual(['a', 'b']);
    await library.add([entry('c')]);
    expect([...kept.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(library.unsaved.value.size).toBe(0);
    expect(library.fault.value).toBe('');
  });

  it('works without storage, and says why nothing is stored', async () => {
    const library = createLibrary(() => Promise.reject(new Error('the visit is private')));
    await library.refresh();
    expect(library.isReady.value).toBe(true);
    await library.add([entry('a'), entry('b')]);
    await library.change('a', { name: 'Ah' });
    await library.remove(['b']);
    expect(names(library)).toEqual(['Ah']);
    expect(library.fault.value).toMatch(/^This browser stores nothing here \(the visit is private\)/);
  });

  it('reports entries that cannot be read, and shows the others', async () => {
    kept.set('a', entry('a'));
    damaged = 2;
    const library = createLibrary(async () => store);
    await library.refresh();
    expect(names(library)).toEqual(['a']);
    expect(library.fault.value).toBe('2 entries of the library cannot be read; they were not changed.');
  });
});
