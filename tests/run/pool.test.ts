/** @module-tag built */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Batch } from '../../src/run/batch.ts';
import { type Evaluator, inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { createPool } from '../../src/run/pool.ts';
import { setupOf } from '../../src/run/setup.ts';
import { puppetWith } from '../creature/puppet.ts';
import { small, take } from './small.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BUILT = file('dist/evaluate.js');
const DYING = file('tests/fixtures/dying-worker.js');

const alive = new Set<Worker>();
process.on('worker', (worker) => {
  alive.add(worker);
  worker.once('exit', () => alive.delete(worker));
});

let losses: string[] = [];
let givenUp: string[] = [];
let pools: Evaluator[] = [];
let marks = '';
function pool(workerCount: number, script = BUILT, patience?: number): Evaluator {
  const made = createPool({
    script,
    kind: 'thread',
    workerCount,
    now: () => performance.now(),
    onLoss: (reason, isGivenUp) => (isGivenUp ? givenUp : losses).push(reason),
    ...(patience === undefined ? {} : { patience }),
  });
  pools.push(made);
  return made;
}
/** @param seed of the only episode that kills its worker; without it, all do. */
function dying(death: string, deaths: number, workerCount: number, seed?: number, patience?: number): Evaluator {
  Object.assign(process.env, { GAITLAB_DEATH: death, GAITLAB_DEATHS: deaths, GAITLAB_MARK: join(marks, 'death') });
  if (seed === undefined) delete process.env.GAITLAB_SEED;
  else process.env.GAITLAB_SEED = String(seed);
  return pool(workerCount, DYING, patience);
}

beforeEach(() => {
  losses = [];
  givenUp = [];
  pools = [];
  marks = mkdtempSync(join(tmpdir(), 'gaitlab-pool-'));
});
afterEach(async () => {
  for (const each of pools) await each.close();
  rmSync(marks, { recursive: true });
});

const experiment = small({ optimizer: { populationSize: 12 } });
const batch = (count: number, genomeLength = 60): Batch => ({
  experiment,
  requests: Array.from({ length: count }, (_, seed) => ({
    genome: new Float32Array(genomeLength).fill(0.1),
    seed,
    statistics: null,
    record: false,
  })),
});
const history = async (evaluator: Evaluator) =>
  (await take(3, experiment, evaluator)).map(({ historyHash, state, champion }) => ({ historyHash, state, champion }));
const alone = await history(inProcess);

// More numbers of workers, and longer runs: tests/golden/workers.test.ts.
test.each([1, 4])('%i workers give the same bits as none', async (workerCount) => {
  expect(await history(pool(workerCount))).toEqual(alone);
  expect(losses).toEqual([]);
});

test('any number of episodes return in the order of their requests, with recordings', async () => {
  const evaluator = pool(3);
  for (const count of [1, 2, 40]) {
    const asked = batch(count);
    asked.requests[0]!.record = true;
    expect(await evaluator.evaluate(asked)).toEqual(await inProcess.evaluate(asked));
  }
  expect(await evaluator.evaluate(batch(0))).toEqual([]);
});

test('concurrent batches are all evaluated', async () => {
  const evaluator = pool(2);
  const batches = [batch(7), batch(1), batch(12)];
  const expected = await Promise.all(batches.map((each) => inProcess.evaluate(each)));
  expect(await Promise.all(batches.map((each) => evaluator.evaluate(each)))).toEqual(expected);
});

test('episodes that leave the physics’ bounds are those of planck, which workers load for them', async () => {
  // Two feet as long as the stairs are more contacts than there is room for.
  const body = puppetWith(({ parts }) => {
    for (const part of parts.slice(1)) part.shape = { kind: 'box', width: 20, height: 0.8 };
  });
  const large = parseExperiment({
    task: { name: 'stairs', duration: 2, difficulty: 1 },
    body,
    brain: { name: 'linear' },
  });
  const { parameterCount } = setupOf(large).brain;
  const asked: Batch = { experiment: large, requests: batch(3, parameterCount).requests };
  const evaluator = pool(2);
  const found = await evaluator.evaluate(asked);
  expect(found).toEqual(await evaluator.evaluate({ ...asked, engine: 'planck' }));
  expect(found).toEqual(await inProcess.evaluate(asked));
  expect(losses).toEqual([]);
});

describe('a worker that dies', () => {
  test.each(['exit', 'error'])('by %s is replaced, and its episodes are repeated to the same bits', async (death) => {
    expect(await history(dying(death, 1, 2))).toEqual(alone);
    expect(readdirSync(marks)).toEqual(['death1']);
    expect(losses).toHaveLength(1);
    expect(losses[0]).toMatch(death === 'exit' ? /terminated/i : /out of its mind/);
  });

  test('between two batches is replaced too', async () => {
    const evaluator = dying('unnoticed', 1, 1);
    const expected = await inProcess.evaluate(batch(5));
    expect(await evaluator.evaluate(batch(5))).toEqual(expected);
    expect(await evaluator.evaluate(batch(5))).toEqual(expected);
  });

  test('three times over one episode marks only that episode as failed', async () => {
    const expected = await inProcess.evaluate(batch(9));
    const lives = await dying('exit', 1000, 2, 4).evaluate(batch(9));
    expect(lives[4]).toMatchObject({
      evaluation: { fitness: Number.NaN, ending: 'failed', steps: 0 },
      observed: { count: 0, mean: expected[4]!.observed.mean.map(() => 0) },
    });
    expect(lives[4]!.evaluation.descriptor).toHaveLength(expected[4]!.evaluation.descriptor.length);
    expect(lives.toSpliced(4, 1)).toEqual(expected.toSpliced(4, 1));
    expect(readdirSync(marks)).toHaveLength(3);
    expect([losses.length, givenUp.length]).toEqual([2, 1]);
  });

  test('over every try of a batch ends it with an error, and a second batch too', async () => {
    const evaluator = dying('exit', 1000, 2);
    await expect(evaluator.evaluate(batch(6))).rejects.toThrow(
      /^\d+ workers were lost one after the other: .*terminated/i,
    );
    await expect(evaluator.evaluate(batch(6))).rejects.toThrow('workers were lost one after the other');
    await evaluator.close();
    expect(alive.size).toBe(0);
  });
});

describe('a worker that hangs', () => {
  /** Longer than a worker takes to load on a busy machine: a wrong guess costs time alone. */
  const patience = 3000;

  test('is terminated, and its episodes are repeated to the same bits', async () => {
    expect(await history(dying('hang', 2, 2, undefined, patience))).toEqual(alone);
    expect(readdirSync(marks)).toHaveLength(2);
    expect(losses.filter((reason) => reason.startsWith('no answer within 3 s')).length).toBeGreaterThan(0);
    expect(givenUp).toEqual([]);
    for (const each of pools) await each.close();
    await vi.waitFor(() => expect(alive.size).toBe(0));
  });
});

test.each([
  [
    'that does not exist',
    'dist/nowhere.js',
    /workers were lost one after the other: .*Cannot find module.*nowhere\.js/,
  ],
  ['that fails to load', 'tests/fixtures/failing-worker.js', /workers were lost one after the other: .*not today/],
  ['that says nothing', 'tests/fixtures/silent-worker.js', /workers were lost one after the other/],
])('a script %s is an error of one line, not an endless wait', async (_what, script, sentence) => {
  for (const workerCount of [1, 4]) {
    const evaluator = pool(workerCount, file(script));
    const error: Error = await evaluator.evaluate(batch(6)).then(
      () => new Error('it went well'),
      (reason) => reason,
    );
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toContain('\n');
    await evaluator.close();
    // A thread reports its error shortly before it ends.
    await vi.waitFor(() => expect(alive.size).toBe(0), 20_000);
  }
});

describe('a worker that throws', () => {
  test.each([1, 3])('is replaced, and its episodes are repeated to the same bits: one of %i', async (workerCount) => {
    expect(await history(dying('throw', 2, workerCount))).toEqual(alone);
    expect(readdirSync(marks)).toHaveLength(2);
    expect([...new Set(losses)]).toEqual(['out of numbers']);
    expect(givenUp).toEqual([]);
    for (const each of pools) await each.close();
    await vi.waitFor(() => expect(alive.size).toBe(0));
  });

  test('three times over one episode marks it as failed with the reason, with any number of workers or none', async () => {
    const asked = batch(9);
    asked.requests[4]!.genome = new Float32Array(3);
    const none = await inProcess.evaluate(asked);
    const fault = 'genome has 3 numbers, this brain takes 60';
    expect(none[4]).toMatchObject({ fault, evaluation: { fitness: Number.NaN, ending: 'failed', steps: 0 } });
    expect(none.toSpliced(4, 1)).toEqual((await inProcess.evaluate(batch(9))).toSpliced(4, 1));
    for (const workerCount of [1, 4]) {
      [losses, givenUp] = [[], []];
      expect(await pool(workerCount).evaluate(asked)).toEqual(none);
      expect([losses, givenUp]).toEqual([[fault, fault], [fault]]);
    }
  });

  test('over every episode marks them all as failed, and the pool continues', async () => {
    const evaluator = pool(4);
    const lives = await evaluator.evaluate(batch(20, 3));
    expect(lives).toEqual(await inProcess.evaluate(batch(20, 3)));
    expect(lives.every(({ evaluation }) => evaluation.ending === 'failed')).toBe(true);
    expect(await evaluator.evaluate(batch(9))).toEqual(await inProcess.evaluate(batch(9)));
    await evaluator.close();
    await vi.waitFor(() => expect(alive.size).toBe(0));
  });
});

test.each([inProcess, undefined])('an error of the setup is passed on unchanged, and is not a loss', async (none) => {
  const odd = { ...experiment, task: { ...experiment.task, name: 'worker terminated: exited, crash' } };
  await expect((none ?? pool(2)).evaluate({ ...batch(4), experiment: odd })).rejects.toThrow('there is no task');
  expect(losses).toEqual([]);
});

describe('closing', () => {
  test('ends every thread, and a closed pool refuses work', async () => {
    const evaluator = pool(3);
    await evaluator.evaluate(batch(6));
    expect(alive.size).toBe(3);
    await evaluator.close();
    expect(alive.size).toBe(0);
    await expect(evaluator.evaluate(batch(1))).rejects.toThrow('the pool is closed');
    await evaluator.close();
    expect(alive.size).toBe(0);
  });

  test('an unused pool works', async () => {
    await pool(2).close();
    expect(alive.size).toBe(0);
  });

  test('during work ends it with an error, and restarts no worker', async () => {
    const evaluator = pool(2);
    const working = evaluator.evaluate(batch(500));
    const waiting = evaluator.evaluate(batch(1));
    const ends = Promise.allSettled([working, waiting]);
    await evaluator.close();
    expect((await ends).map((end) => end.status === 'rejected' && end.reason.message)).toEqual([
      'the pool is closed',
      'the pool is closed',
    ]);
    expect(alive.size).toBe(0);
    expect(losses).toEqual([]);
  });

  test('does not wait for a worker that has died unnoticed', async () => {
    const evaluator = dying('unnoticed', 1, 1);
    const gone = new Promise((resolve) => process.once('worker', (worker) => worker.once('exit', resolve)));
    await evaluator.evaluate(batch(2));
    await gone;
    await evaluator.close();
    expect(alive.size).toBe(0);
  });
});
