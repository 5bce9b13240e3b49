import { describe, expect, it } from 'vitest';
import { createOwnBodies } from '../../../src/app/storage/own-bodies.ts';
import { isSavedBody, type SavedBody } from '../../../src/app/storage/saved-body.ts';
import { emptyDrawing } from '../../../src/drawing/drawing.ts';
import { beginHistory, perform, toStored } from '../../../src/drawing/history.ts';
import { boxEdit } from '../../../src/drawing/new-part.ts';

const history = toStored(perform(beginHistory(emptyDrawing), boxEdit(emptyDrawing, [0, 0], [1, 1])));
const body = (id: string, changed: number): SavedBody => ({ id, changed, history });

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
    const own = createOwnBodies(async () => store);
    await own.save(body('a', 1));
    expect([own.list.value.map(({ id }) => id), own.fault.value, stored.size]).toEqual([['a'], 'no space', 0]);
    await own.refresh();
    expect(own.list.value.map(({ id }) => id)).toEqual(['a']);
    fails = false;
    await own.save(body('b', 2));
    expect([...stored.keys()].sort((x, y) => (x < y ? -1 : 1))).toEqual(['a', 'b']);
    expect([own.list.value.map(({ id }) => id), own.fault.value]).toEqual([['b', 'a'], '']);
  });

  it('are read from storage only as this version writes them', () => {
    expect(isSavedBody(JSON.parse(JSON.stringify(body('a', 1))))).toBe(true);
    expect(isSavedBody({ ...body('a', 1), history: { ...history, edits: [{ kind: 'melt' }] } })).toBe(false);
    expect(isSavedBody({ id: 'a', changed: 1 })).toBe(false);
  });
});
