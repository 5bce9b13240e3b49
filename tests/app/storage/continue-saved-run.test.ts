import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createRunRecord, type RunRecord } from '../../../src/app/session/run-record.ts';
import type { Session } from '../../../src/app/session/session.ts';
import { continueSavedRun } from '../../../src/app/storage/continue-saved-run.ts';
import type { SavedRun } from '../../../src/app/storage/saved-run.ts';
import type { SavedRuns } from '../../../src/app/storage/saved-runs.ts';
import { small } from '../../run/small.ts';

/** What is held while a page offers what it finds in storage. */
function offering(refresh: () => Promise<void>, runs: readonly SavedRun[] = [], isReload = false) {
  const current = signal<RunRecord>(createRunRecord(1, small()));
  const resumed: string[] = [];
  const resume = async (id: string) => void resumed.push(id);
  const openElsewhere = signal(new Set<string>());
  const kept = { runs: signal(runs), openElsewhere, refresh, resume } as unknown as SavedRuns;
  const holds: boolean[] = [];
  const autosave = {
    setPaused: (yes: boolean) => void holds.push(yes),
    reportFault: () => {},
    saveNow: async () => true,
  };
  const done = continueSavedRun({ current } as unknown as Session, kept, autosave, undefined, isReload);
  return { current, holds, resumed, done };
}

it('saves again when storage gives nothing to continue', async () => {
  const { holds, done } = offering(async () => {});
  await done;
  expect(holds).toEqual([true, false]);
});

it('saves again when storage fails', async () => {
  const { holds, done } = offering(() => Promise.reject(new Error('odd')));
  await expect(done).rejects.toThrow('odd');
  expect(holds).toEqual([true, false]);
});

it('saves again when a run in storage breaks the offer', async () => {
  const { holds, done } = offering(async () => {}, [{ id: 'a', name: '', experiment: {}, generation: 3 } as SavedRun]);
  await expect(done).rejects.toThrow();
  expect(holds).toEqual([true, false]);
});

it('does not save until the offer is answered, or another run begins', async () => {
  const run = { id: 'a', name: 'Hop', experiment: small(), generation: 3 } as SavedRun;
  const { current, holds, done } = offering(async () => {}, [run]);
  await Promise.resolve();
  expect(holds).toEqual([true]);
  current.value = createRunRecord(2, small());
  await done;
  expect(holds).toEqual([true, false]);
});

it('continues by itself after a reload, without a question', async () => {
  const run = { id: 'a', name: 'Hop', experiment: small(), generation: 3 } as SavedRun;
  const { holds, resumed, done } = offering(async () => {}, [run], true);
  await done;
  expect(resumed).toEqual(['a']);
  expect(holds).toEqual([true, false]);
});
