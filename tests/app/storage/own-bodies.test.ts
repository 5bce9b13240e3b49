import { describe, expect, it } from 'vitest';
import { createOwnBodies } from '../../../src/app/storage/own-bodies.ts';
import { isSavedBody, type SavedBody } from '../../../src/app/storage/saved-body.ts';
import type { UnsavedBodies } from '../../../src/app/storage/unsaved-bodies.ts';
import { emptyDrawing } from '../../../src/drawing/drawing.ts';
import { beginHistory, perform, toStored } from '../../../src/drawing/history.ts';
import { boxEdit } from '../../../src/drawing/new-part.ts';

const history = toStored(perform(beginHistory(emptyDrawing), boxEdit(emptyDrawing, [0, 0], [1, 1])));
const body = (id: string, changed: number): SavedBody => ({ id, changed, history });

/** What pages leave to each other. */
function leftBodies(): UnsavedBodies {
  let left: readonly SavedBody[] = [];
  return {
    read: () => [...left],
    write(bodies) {
      left = bodies;
    },
  };
}

describe('own bodies', () => {
  it('are kept in memory while storage fails, and stored with the next one', async () => {
    const stored = new Map<string, SavedBody>();
    let fails = true;
    const store = {
      read: async () => [...stored.values()],
      put: async (each: SavedBody) => {
        if (fails) throw new Error('no space');
        stored.set(each.id, each);
      },
      remove: async (id: string) => void stored.delete(id),
    };
    const own = createOwnBodies(async () => store, leftBodies());
    await own.save(body('a', 1));
    expect([own.list.value.map(({ id }) => id), own.fault.value, stored.size]).toEqual([['a'], 'no space', 0]);
    await own.refresh();
    expect(own.list.value.map(({ id }) => id)).toEqual(['a']);
    fails = false;
    await own.save(body('b', 2));
    expect([...stored.keys()].sort((x, y) => (x < y ? -1 : 1))).toEqual(['a', 'b']);
    expect([own.list.value.map(({ id }) => id), own.fault.value]).toEqual([['b', 'a'], '']);
  });

  it('are left to the next page when one closes before they are stored', async () => {
    const stored = new Map([['a', body('a', 1)]]);
    const left = leftBodies();
    const store = {
      read: async () => [...stored.values()],
      put: async (each: SavedBody) => void stored.set(each.id, each),
      remove: async (id: string) => void stored.delete(id),
    };
    // A page whose storage never answers.
    const closed = createOwnBodies(() => new Promise(() => {}), left);
    for (const each of [body('a', 2), body('b', 3), body('c', 4)]) void closed.save(each);
    closed.leave();
    // Another page has stored a later state of one of them.
    stored.set('c', body('c', 5));
    const next = createOwnBodies(async () => store, left);
    await next.refresh();
    expect(next.list.value.map(({ id, changed }) => `${id}${changed}`)).toEqual(['c5', 'b3', 'a2']);
    expect([...stored.values()].map(({ id, changed }) => `${id}${changed}`)).toEqual(['a2', 'c5', 'b3']);
    expect(left.read()).toEqual([]);
    // Nothing is left by a page that has stored everything.
    next.leave();
    expect(left.read()).toEqual([]);
  });

  it('are read from storage only as this version writes them', () => {
    expect(isSavedBody(JSON.parse(JSON.stringify(body('a', 1))))).toBe(true);
    expect(isSavedBody({ ...body('a', 1), history: { ...history, edits: [{ kind: 'melt' }] } })).toBe(false);
    expect(isSavedBody({ id: 'a', changed: 1 })).toBe(false);
  });
});
