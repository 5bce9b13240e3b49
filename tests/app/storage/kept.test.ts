import { describe, expect, it } from 'vitest';
import { isKept, type Kept, surplus } from '../../../src/app/storage/kept.ts';
import { small } from '../../run/small.ts';

const kept = (id: string, saved: number, more: Partial<Kept> = {}): Kept => ({
  id,
  name: '',
  isPinned: false,
  experiment: small(),
  pending: {},
  generation: 5,
  best: 1,
  seconds: 2,
  size: 1000,
  saved,
  slot: 0,
  isDeleted: false,
  ...more,
});
const ids = (runs: readonly Kept[]) => runs.map(({ id }) => id);

describe('kept runs', () => {
  it('are let go when there are too many: the oldest that nobody named, pinned, or has open', () => {
    const runs = [
      kept('old', 1),
      kept('named', 0, { name: 'Mr. Hop' }),
      kept('pinned', 0, { isPinned: true }),
      kept('open', 0),
      kept('new', 3),
      kept('newer', 4),
      kept('older', 0),
      kept('deleted', 9, { isDeleted: true }),
    ];
    expect(ids(surplus(runs, (id) => id === 'open', 2))).toEqual(['old', 'older']);
    expect(surplus(runs, () => false, 5)).toEqual([]);
  });

  it('are known from what else may be stored', () => {
    expect(isKept(kept('a', 1))).toBe(true);
    expect(isKept({ ...kept('a', 1), slot: 2 })).toBe(false);
    expect(isKept({ ...kept('a', 1), experiment: { task: { name: 'swim' } } })).toBe(false);
    expect(isKept(undefined)).toBe(false);
  });
});
