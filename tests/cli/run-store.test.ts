import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunStore } from '../../src/cli/run-store.ts';
import type { Checkpoint } from '../../src/run/checkpoint.ts';
import type { Replay } from '../../src/run/replay.ts';

let time = 0;
let told: string[] = [];
beforeEach(() => {
  [time, told] = [0, []];
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  vi.spyOn(console, 'error').mockImplementation((text) => void told.push(text));
});
afterEach(() => void vi.restoreAllMocks());

const BYTES = 1000;
const at = (generation: number) => ({ state: { generation, experiment: {} } }) as unknown as Checkpoint;
const record = (generation: number) => ({ generation }) as Replay;
const full = () => Object.assign(new Error(), { code: 'ENOSPC' });

/** A store that writes down what it does, on a disk with so many free bytes; a checkpoint takes so many milliseconds. */
function begun({ free = 1e9, takes = 10, isLost = false, recordBytes = 0 } = {}) {
  time = 0;
  const disk = { free, isLost };
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const log = {
    ...{ add: note('add'), flush: note('flush'), sync: note('sync'), markSaved: note('mark') },
    ...{ withdraw: note('withdraw'), close: note('close') },
  };
  const store = createRunStore({
    ...{ folder: 'runs/a', savedUpTo: 0, log, freeBytes: () => disk.free, release: note('release') },
    checkpoints: {
      write: ({ state }) => {
        if (disk.isLost) throw full();
        time += takes;
        done.push(`checkpoint ${state.generation}`);
        return BYTES;
      },
    },
    writeChampion: ({ generation }) => {
      disk.free -= recordBytes;
      done.push(`record ${generation}`);
    },
    writeRun: (document) => void done.push(`run.json ${Object.keys(document)}`),
  });
  store.begin(at(0), { generations: 9 });
  const did = () => done.splice(0).join(', ');
  expect(did()).toBe('checkpoint 0, run.json experiment,ends');
  time = 0;
  return { disk, did, store, add: (generation: number, best?: Replay) => store.add({}, () => at(generation), best) };
}
const SAVED = 'flush, sync, checkpoint 1, mark, flush';

test('each generation is logged, and everything is saved two seconds after the last checkpoint', () => {
  const { did, add } = begun();
  time = 1999;
  add(1, record(0));
  expect(did()).toBe('add, flush');
  time = 2011;
  add(1);
  expect(did()).toBe(`add, ${SAVED}, record 0`);
  time += 1999;
  add(2);
  expect(did()).toBe('add, flush');
  time += 1;
  add(2);
  expect(did()).toBe('add, flush, sync, checkpoint 2, mark, flush');
});

test('checkpoints take a twentieth of the time at most', () => {
  const { did, add } = begun({ takes: 300 });
  time = 3000;
  add(1);
  expect(did()).toBe(`add, ${SAVED}`);
  time += 5999;
  add(2);
  expect(did()).toBe('add, flush');
  time += 1;
  add(2);
  expect(did()).toContain('checkpoint 2');
});

test('log and records leave free space for two checkpoints and 16 kB', () => {
  for (const [free, kept] of [
    [2 * BYTES + 16_000, `${SAVED}, record 0`],
    [2 * BYTES + 15_999, 'checkpoint 1, mark'],
  ] as const) {
    const { did, add } = begun({ free });
    time = 3000;
    add(1, record(0));
    expect(did()).toBe(`add, ${kept}`);
  }
});

test('each of several records leaves that space', () => {
  const { disk, did, add } = begun({ free: 2 * BYTES + 16_500, recordBytes: 400 });
  for (const generation of [1, 2, 3]) add(generation, record(generation));
  expect(did()).toBe('add, flush, add, flush, add, flush');
  time = 3000;
  add(4);
  expect(did()).toBe('add, flush, sync, checkpoint 4, mark, flush, record 1, record 2');
  disk.free = 1e9;
  time = 6000;
  add(5);
  expect(did()).toBe('add, flush, sync, checkpoint 5, mark, flush, record 3');
});

test('a write error is reported once, retried after two seconds, and its end is reported', () => {
  const { disk, did, add } = begun({ free: 0 });
  add(1, record(0));
  // The checkpoint may fit now, and no longer when it is due.
  expect(did()).toBe('add, checkpoint 1, mark');
  expect(told.splice(0)).toEqual([
    'gaitlab: runs/a cannot be written to, the disk is full (ENOSPC): the run continues in memory and is saved as soon as that is possible.',
  ]);
  disk.free = 1e9;
  time = 2009;
  add(1);
  expect(did()).toBe('add');
  time = 2010;
  add(1);
  expect(did()).toBe(`add, ${SAVED}, record 0`);
  expect(told).toEqual(['gaitlab: runs/a can be written to again; nothing was lost.']);
});

test('the end saves everything and how the run ended, or says what is lost', () => {
  const whole = begun();
  expect(whole.store.finish(at(5), {}, { done: true })).toBe('');
  expect(whole.did()).toBe('flush, sync, checkpoint 5, mark, flush, run.json experiment,ends,done, close, release');
  const words = 'runs/a cannot be written to, the disk is full (ENOSPC)';
  const narrow = begun({ free: 0 });
  expect(narrow.store.finish(at(5), {}, {})).toBe(
    `${words}: the last lines of its log or its records are not saved; the saved part can be resumed`,
  );
  expect(narrow.did()).toBe('checkpoint 5, mark, close, release');
  const gone = begun();
  Object.assign(gone.disk, { free: 0, isLost: true });
  expect(gone.store.finish(at(5), {}, {})).toBe(
    `${words}: only 0 of its 5 generations are saved, the rest is lost; the saved part can be resumed`,
  );
  expect(gone.did()).toBe('close, release');
});
