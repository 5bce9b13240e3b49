import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRunRecord } from '../../../src/app/session/run-record.ts';
import { createSession } from '../../../src/app/session/session.ts';
import { createCheckpointBuilder } from '../../../src/run/checkpoint.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { initialState } from '../../../src/run/run.ts';

const asked: unknown[] = [];
vi.mock('../../../src/app/session/run-worker.ts', () => ({
  createRunWorker: () => ({
    begin: (from: unknown, _listener: unknown, changes: unknown) => asked.push({ from, changes }),
    amend: (changes: unknown) => asked.push({ changes }),
    setLearning: () => {},
    physics: {},
    leave: () => Promise.reject(new Error('unused')),
  }),
}));
beforeEach(() => {
  asked.length = 0;
});

const TOO_MUCH =
  /^(amendments\[0\]\.changes: from generation \d+ on )?this run needs about [\d.]+ GB of memory \(a population of \d+ with \d+ weights each and \d+ trials?\), the limit here is 1\.0 GB: choose a smaller/;
const wide = { brain: { name: 'mlp', hidden: [256, 256, 256, 256] } };
const modest = parseExperiment({ ...wide, optimizer: { name: 'snes', populationSize: 100 } });
const huge = parseExperiment({ ...wide, optimizer: { name: 'snes', populationSize: 4096 } });

function session(first = modest) {
  const options = { onBegin: vi.fn(), onAmend: vi.fn(), onChampion: vi.fn(), onLoss: vi.fn(), onStop: vi.fn() };
  return { ...options, session: createSession(first, options) };
}

/** A run that waits to be continued. */
function waiting(experiment: typeof modest, pending: Record<string, number> = {}) {
  const run = createRunRecord(9, experiment);
  run.checkpoint.value = createCheckpointBuilder(initialState({ ...experiment, amendments: [] })).checkpoint(0);
  run.pending.value = pending;
  return run;
}

describe('a run that needs more memory than a page may take', () => {
  test('does not begin, and the run there is goes on', () => {
    const { session: page, onBegin } = session();
    page.begin(modest);
    const before = page.current.value;
    expect(() => page.begin(huge)).toThrow(TOO_MUCH);
    expect(page.current.value).toBe(before);
    expect(page.recentRuns.runs.value).toEqual([]);
    expect(onBegin).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(1);
  });

  test('is not made by changing a setting, or several, while it goes on', () => {
    const { session: page, onAmend } = session();
    page.begin(modest);
    asked.length = 0;
    expect(() => page.amend('optimizer.populationSize', 4096)).toThrow(TOO_MUCH);
    page.amend('optimizer.populationSize', 300);
    expect(() => page.amend('run.trials', 64)).not.toThrow();
    expect(() => page.amend('optimizer.populationSize', 1000)).toThrow(TOO_MUCH);
    expect(page.nextExperiment.value).toMatchObject({ optimizer: { populationSize: 300 }, run: { trials: 64 } });
    expect(asked).toEqual([{ changes: { 'optimizer.populationSize': 300 } }, { changes: { 'run.trials': 64 } }]);
    expect(onAmend).toHaveBeenCalledTimes(2);
    expect(onAmend.mock.lastCall?.[0].amendments).toEqual([
      { generation: 0, changes: { 'optimizer.populationSize': 300, 'run.trials': 64 } },
    ]);
  });

  test('is not continued, be it too large itself, by a later change, or by one that waits', () => {
    const later = { ...modest, amendments: [{ generation: 50, changes: { 'optimizer.populationSize': 4096 } }] };
    const { session: page } = session();
    page.begin(modest);
    const before = page.current.value;
    for (const run of [waiting(huge), waiting(later), waiting(modest, { 'optimizer.populationSize': 4096 })]) {
      expect(() => page.resume(run)).toThrow(TOO_MUCH);
      expect(run.checkpoint.value).toBeDefined();
    }
    expect(page.current.value).toBe(before);
    expect(asked).toHaveLength(1);
    const run = waiting(modest, { 'run.trials': 2 });
    page.resume(run);
    expect(page.current.value).toBe(run);
    expect(asked.at(-1)).toMatchObject({ changes: { 'run.trials': 2 } });
  });
});

test('a change that no population allows says which it may be', () => {
  const { session: page } = session(parseExperiment({ optimizer: { name: 'genetic', populationSize: 24 } }));
  expect(() => page.amend('optimizer.eliteCount', 25)).toThrow('optimizer.eliteCount is 25, must be 24 or less');
  page.amend('optimizer.eliteCount', 24);
  expect(() => page.amend('optimizer.populationSize', 23)).toThrow('optimizer.eliteCount is 24, must be 23 or less');
});

test('a change that cannot be made says why, and changes nothing', () => {
  const { session: page } = session();
  page.begin(modest);
  expect(() => page.amend('task.difficulty', 2)).toThrow('task.difficulty is 2, must be 1 or less');
  expect(page.nextExperiment.value).toEqual(modest);
  expect(asked).toHaveLength(1);
});
