import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRunRecord, type RunRecord } from '../../../src/app/session/run-record.ts';
import { DatabaseBlocked } from '../../../src/app/storage/database.ts';
import type { RunStore } from '../../../src/app/storage/run-store.ts';
import type { SavedRun } from '../../../src/app/storage/saved-run.ts';
import { createSavedRuns } from '../../../src/app/storage/saved-runs.ts';
import { words } from '../../../src/app/storage/words.ts';
import { createCheckpointBuilder } from '../../../src/run/checkpoint.ts';
import { initialState } from '../../../src/run/run.ts';
import { small } from '../../run/small.ts';

const told: string[] = [];
vi.mock('../../../src/app/widgets/notice.tsx', () => ({ notify: (text: string) => told.push(text) }));

const checkpoint = createCheckpointBuilder(initialState(small())).checkpoint(0);
const session = {
  decodeRun: vi.fn(async (_bytes: Uint8Array, _source: string) => ({ checkpoint, isOfThisEngine: true })),
  simulate: () => Promise.reject(new Error('unused')),
  nextId: () => 2,
  resume: vi.fn((_run: RunRecord) => {}),
  isLearning: signal(true),
};
beforeEach(() => {
  told.length = 0;
  session.resume.mockClear();
});

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
    files: () => tried([new Uint8Array(1)]),
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

describe('a run that is continued', () => {
  it('is read from a file under the name of the file, which is named in what is wrong', async () => {
    const { kept } = keptRuns(undefined);
    await kept.resumeFile(new Uint8Array(2), 'my walk.final.gait');
    expect(session.decodeRun.mock.lastCall).toEqual([new Uint8Array(2), 'my walk.final.gait']);
    expect(session.resume.mock.lastCall?.[0].name.value).toBe('my walk.final');
    session.decodeRun.mockRejectedValueOnce(new Error('a.gait is cut short'));
    await expect(kept.resumeFile(new Uint8Array(2), 'a.gait')).rejects.toThrow('a.gait is cut short');
    expect(session.resume).toHaveBeenCalledTimes(1);
    expect(told).not.toContainEqual(expect.stringContaining('version'));
  });

  it('of another version of the simulation is told so, be it from a file or from storage', async () => {
    const { kept } = keptRuns(undefined);
    const run = createRunRecord(1, small());
    run.name.value = 'Hop';
    await kept.save(run, file);
    const [{ id } = { id: '' }] = kept.runs.value;
    session.decodeRun.mockResolvedValue({ checkpoint, isOfThisEngine: false });
    await kept.resume(id);
    await kept.resumeFile(new Uint8Array(2), 'a.gait');
    const notices = told.filter((text) => text.includes('another version'));
    expect(notices).toEqual([words.otherEngine('Hop'), words.otherEngine('a.gait')]);
    session.decodeRun.mockResolvedValue({ checkpoint, isOfThisEngine: true });
  });

  it('is left as it is when the page cannot take it, and can be tried again', async () => {
    const { kept } = keptRuns(undefined);
    await kept.save(createRunRecord(1, small()), file);
    const [{ id } = { id: '' }] = kept.runs.value;
    session.resume.mockImplementationOnce(() => {
      throw new Error('this run needs about 9.3 GB');
    });
    await expect(kept.resume(id)).rejects.toThrow('this run needs about 9.3 GB');
    await kept.resume(id);
    expect(session.resume).toHaveBeenCalledTimes(2);
  });
});
