import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRunRecord } from '../../../src/app/session/run-record.ts';
import { DatabaseBlocked } from '../../../src/app/storage/database.ts';
import type { RunStore } from '../../../src/app/storage/run-store.ts';
import type { SavedRun } from '../../../src/app/storage/saved-run.ts';
import { createSavedRuns } from '../../../src/app/storage/saved-runs.ts';
import { words } from '../../../src/app/storage/words.ts';
import { small } from '../../run/small.ts';

const session = {
  decodeRun: () => Promise.reject(new Error('unused')),
  simulate: () => Promise.reject(new Error('unused')),
  nextId: () => 2,
  resume: () => {},
  isLearning: signal(true),
};

/** Kept runs over a store that fails as long as `fault` is set. */
function keptRuns(fault: unknown) {
  const state: { fault: unknown; saved: Omit<SavedRun, 'slot'>[] } = { fault, saved: [] };
  const tried = async <T>(result: T) => {
    if (state.fault) throw state.fault;
    return result;
  };
  const store: RunStore = {
    list: () => tried({ runs: state.saved.map((each) => ({ ...each, slot: 0 as const })), damaged: 1 }),
    async save(kept) {
      await tried(undefined);
      state.saved.push(kept);
    },
    files: () => tried([]),
    change: () => tried(undefined),
    purge: () => tried(undefined),
  };
  return { state, kept: createSavedRuns(session, store) };
}

const file = { bytes: new Uint8Array(3), experiment: small(), generation: 4, seconds: 1 };

describe('saved runs', () => {
  it.each([
    ['another tab holds the old database', new DatabaseBlocked(), words.blocked],
    ['a newer page has upgraded it', new DOMException('', 'VersionError'), words.newer],
    ['there is no room', new DOMException('', 'QuotaExceededError'), words.full],
    ['the browser refuses', new Error('denied'), words.shut],
  ])('report that %s, and are saved again as soon as possible', async (_, fault, sentence) => {
    const { state, kept } = keptRuns(fault);
    const run = createRunRecord(1, small());
    await kept.refresh();
    expect(kept.fault.value).toBe(sentence);
    expect(await kept.save(run, file)).toBe(false);
    expect(kept.runs.value).toEqual([]);
    state.fault = undefined;
    expect(await kept.save(run, file)).toBe(true);
    expect(kept.fault.value).toBe('');
    await kept.refresh();
    expect(kept.runs.value.map(({ id }) => id)).toEqual([kept.idOf(run)]);
  });
});
