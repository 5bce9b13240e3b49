import { describe, expect, it } from 'vitest';
import { parseSavedRun, type SavedRun, surplus } from '../../../src/app/storage/saved-run.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { small } from '../../run/small.ts';

const kept = (id: string, saved: number, more: Partial<SavedRun> = {}): SavedRun => ({
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
const ids = (runs: readonly SavedRun[]) => runs.map(({ id }) => id);

describe('saved runs', () => {
  it('beyond the maximum are removed: the oldest without a name or a pin that are not open', () => {
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

  it('are read as they were stored', () => {
    const stored = kept('a', 1, { pending: { 'task.difficulty': 0.4 }, name: 'Mr. Hop', isPinned: true });
    expect(parseSavedRun(structuredClone(stored))).toEqual(stored);
  });

  it('get missing fields, and lose unknown ones', () => {
    const { best, seconds, isPinned, isDeleted, ...least } = kept('a', 1);
    const experiment = { ...small(), title: undefined, run: {} };
    const odd = { ...least, experiment, pending: null, best: 'far', unknown: { a: 1 } };
    const read = parseSavedRun(odd);
    expect(read).toEqual({ ...kept('a', 1), experiment: parseExperiment(experiment), best: Number.NaN, seconds: 0 });
    expect(parseSavedRun({ ...kept('a', 1), experiment: {} })?.experiment).toEqual(parseExperiment({}));
  });

  it('lose invalid pending changes, and no others', () => {
    const changes = { 'task.difficulty': 0.4, 'task.nope': 1, 'run.trials': 'many', 'brain.name': 'linear', nope: 1 };
    const poisoned = JSON.parse('{ "__proto__": 3, "constructor.name": 4, "task.__proto__": 5 }');
    expect(parseSavedRun({ ...kept('a', 1), pending: { ...changes, ...poisoned } })?.pending).toEqual({
      'task.difficulty': 0.4,
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'run'],
    ['a record without an id', { ...kept('a', 1), id: 1 }],
    ['a third slot', { ...kept('a', 1), slot: 2 }],
    ['half a generation', { ...kept('a', 1), generation: 1.5 }],
    ['a time that is none', { ...kept('a', 1), saved: Number.NaN }],
    ['no experiment', { ...kept('a', 1), experiment: null }],
    ['an unknown task', { ...kept('a', 1), experiment: { task: { name: 'swim' } } }],
    ['an unknown key in the experiment', { ...kept('a', 1), experiment: { ...small(), fast: true } }],
  ])('are not parsed from %s', (_, value) => {
    expect(parseSavedRun(value)).toBeUndefined();
  });
});
