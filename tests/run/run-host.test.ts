/** @module-tag slow */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRunFile, runToFile } from '../../src/format/run-file.ts';
import { type Evaluator, evaluateBatch } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { run } from '../../src/run/run.ts';
import { createRunHost, type HostMessage, type HostRequest } from '../../src/run/run-host.ts';
import { parseSweep, runsOf } from '../../src/run/sweep/sweep.ts';
import { first, pretending } from './small.ts';

const experiment = parseExperiment({
  task: { name: 'walk', duration: 1 },
  brain: { name: 'linear' },
  optimizer: { name: 'snes' },
});

/** Lets requests be handled between two batches, as workers do. */
const evaluator: Evaluator = {
  evaluate: async (batch) => {
    await new Promise((resolve) => setTimeout(resolve));
    return evaluateBatch(batch);
  },
  close: async () => {},
};

/** Milliseconds to wait for what comes in a few, on a machine with much else to do. */
const PATIENCE = 20_000;

let follow: (request: HostRequest) => void = () => {};
let told: HostMessage[] = [];
function conduct(by = evaluator): void {
  const mine: HostMessage[] = [];
  told = mine;
  let time = 0;
  follow = createRunHost(by, (message) => mine.push(structuredClone(message)), {
    encode: async (checkpoint) => runToFile(checkpoint),
    decode: async (bytes, source) => openRunFile(bytes, source),
    now: () => (time += 500),
  });
}
const generations = () => told.filter((message) => message.type === 'generation');
const reaches = (count: number) =>
  vi.waitFor(() => expect(generations().length).toBeGreaterThanOrEqual(count), PATIENCE);
afterEach(() => follow({ type: 'pause' }));

/** Waits while a sweep of some batches runs beside the run; by then, messages about earlier work have arrived. */
async function aSweepPasses(): Promise<void> {
  const of = { ...experiment, optimizer: { ...experiment.optimizer, populationSize: 4 } };
  const axes = [{ path: 'optimizer.sigma', values: [0.1, 0.2] }];
  const before = sweepsOver();
  follow({ type: 'sweep', sweep: before, of: parseSweep(of, { axes, seeds: [1], generations: 3 }) });
  await vi.waitFor(() => expect(sweepsOver()).toBe(before + 1), PATIENCE);
}
const sweepsOver = () => told.filter(({ type }) => type === 'sweep ended').length;

/** The first answer of a kind, once it is there. */
const toldOf = <Kind extends HostMessage['type']>(kind: Kind) =>
  vi.waitFor(() => {
    const found = told.find(({ type }) => type === kind);
    expect(found).toBeDefined();
    return found as Extract<HostMessage, { type: Kind }>;
  }, PATIENCE);

async function historyOf(of: typeof experiment, generation: number): Promise<string> {
  for await (const { generation: now, historyHash } of run(of, evaluator)) if (now === generation) return historyHash;
  return '';
}

describe('the run host', () => {
  it('sends the generations of the run', async () => {
    conduct();
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(3);
    const third = generations()[2];
    expect(third?.generation.historyHash).toBe(await historyOf(experiment, 2));
    expect(third?.generation).not.toHaveProperty('state');
    expect(third?.generation).not.toHaveProperty('lived');
    expect(third?.generation.champion?.recording).toBeDefined();
    expect(third?.generation.signs).toMatchObject({ generation: 2, best: third?.generation.best });
  });

  it('pauses on request, from the beginning too, and resumes', async () => {
    conduct();
    follow({ type: 'begin', run: 1, from: experiment, isLearning: false });
    await aSweepPasses();
    expect(generations()).toEqual([]);
    follow({ type: 'resume' });
    await reaches(2);
    follow({ type: 'pause' });
    await aSweepPasses();
    const held = generations().length;
    await aSweepPasses();
    expect(generations().length).toBe(held);
  });

  it('applies a change from the next generation on, the last of several, and reports the generation', async () => {
    conduct();
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(1);
    follow({ type: 'amend', changes: { 'task.gravity': 5, 'run.trials': 2 } });
    follow({ type: 'amend', changes: { 'task.gravity': 6 } });
    await vi.waitFor(() => expect(told.map(({ type }) => type)).toContain('amended'), PATIENCE);
    await reaches(told.length + 2);
    const [news, ...more] = told.filter((each) => each.type === 'amended');
    expect(more).toEqual([]);
    const amendment = news?.amendment ?? { generation: -1, changes: {} };
    expect(amendment.changes).toEqual({ 'task.gravity': 6, 'run.trials': 2 });
    expect(amendment.generation).toBe(generations().filter((each) => told.indexOf(each) < told.indexOf(news!)).length);
    const last = generations().at(-1)!.generation;
    expect(last.historyHash).toBe(await historyOf({ ...experiment, amendments: [amendment] }, last.generation));
  });

  it('sends nothing about a run after another has begun', async () => {
    conduct();
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(1);
    const before = told.length;
    follow({ type: 'begin', run: 2, from: { ...experiment, seed: 2 }, isLearning: true });
    await reaches(before + 2);
    expect(told.slice(before).every((message) => 'run' in message && message.run === 2)).toBe(true);
    expect(generations()[before]?.generation.generation).toBe(0);
  });

  it('simulates an episode beside the run, or says why it cannot', async () => {
    conduct();
    const request = { genome: new Float32Array(3), seed: 1, statistics: null, record: true };
    follow({ type: 'simulate', ticket: 7, batch: { experiment, requests: [request] } });
    await vi.waitFor(() => expect(told).toHaveLength(1), PATIENCE);
    expect(told[0]).toMatchObject({
      type: 'refused',
      ticket: 7,
      reason: expect.stringMatching(/^genome has 3 numbers/),
    });
  });

  it('simulates the newest generation again, recorded', async () => {
    conduct();
    follow({ type: 'crowd', ticket: 1 });
    await vi.waitFor(
      () => expect(told[0]).toMatchObject({ type: 'refused', reason: 'there is no generation yet' }),
      PATIENCE,
    );
    follow({
      type: 'begin',
      run: 1,
      from: { ...experiment, run: { ...experiment.run, trials: 2 } },
      isLearning: true,
    });
    await reaches(2);
    follow({ type: 'pause' });
    await aSweepPasses();
    follow({ type: 'crowd', ticket: 2 });
    const crowd = () => told.find((message) => message.type === 'episodes');
    await vi.waitFor(() => expect(crowd()).toBeDefined(), PATIENCE);
    const { episodes, generation, requests } = crowd()!;
    const last = generations().at(-1)!.generation;
    expect(generation).toBe(last.generation);
    expect(episodes).toHaveLength(last.fitness.length);
    // Every creature that is shown can be simulated again.
    const inForceThen = { ...experiment, run: { ...experiment.run, trials: 2 } };
    const again = evaluateBatch({ experiment: inForceThen, requests: requests!.slice(-1) });
    expect(again[0]?.evaluation).toEqual(episodes.at(-1)?.evaluation);
    expect(episodes.every(({ recording }) => recording !== undefined)).toBe(true);
    const grounds = new Set(episodes.map(({ recording }) => String(recording?.terrain.points)));
    expect(grounds.size).toBe(1);
  });

  it('sends a checkpoint, which continues to the same history after another run', async () => {
    conduct();
    follow({ type: 'state', ticket: 1 });
    await vi.waitFor(
      () => expect(told).toEqual([{ type: 'refused', ticket: 1, reason: 'there is no generation yet' }]),
      PATIENCE,
    );
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(2);
    follow({ type: 'amend', changes: { 'run.trials': 2 } });
    await reaches(4);
    follow({ type: 'state', ticket: 2 });
    const { checkpoint } = await toldOf('state');
    const { state } = checkpoint;
    expect(state.generation).toBeLessThanOrEqual(generations().length);
    follow({ type: 'begin', run: 2, from: { ...experiment, seed: 2 }, isLearning: true });
    await reaches(6);
    const before = generations().length;
    follow({ type: 'begin', run: 3, from: checkpoint, isLearning: true });
    await reaches(before + 3);
    const [again, last] = [generations().slice(before), generations().at(-1)!.generation];
    expect(again[0]).toMatchObject({ run: 3, generation: { generation: state.generation } });
    expect(last.historyHash).toBe(await historyOf(state.experiment, last.generation));
  });

  it('encodes a run as a file, which continues to the same history, charts and champions', async () => {
    conduct();
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(4);
    follow({ type: 'pause' });
    follow({ type: 'encode', ticket: 1 });
    const { file } = await toldOf('file');
    expect(file.experiment).toEqual(experiment);
    conduct();
    follow({ type: 'decode', ticket: 2, bytes: file.bytes, source: 'a.gait' });
    const { checkpoint, isOfThisEngine } = await toldOf('opened');
    expect(isOfThisEngine).toBe(true);
    expect(checkpoint.state.generation).toBe(file.generation);
    expect(checkpoint.seconds).toBe(file.seconds);
    expect(checkpoint.seconds).toBeGreaterThan(0);
    expect(checkpoint.history.generation).toHaveLength(file.generation);
    expect(checkpoint.history.diversity?.every(Number.isFinite)).toBe(true);
    follow({ type: 'begin', run: 1, from: checkpoint, isLearning: true, changes: { 'run.trials': 2 } });
    await reaches(2);
    const amendment = { generation: file.generation, changes: { 'run.trials': 2 } };
    expect(told.find(({ type }) => type === 'amended')).toEqual({ type: 'amended', run: 1, amendment });
    const last = generations().at(-1)!.generation;
    expect(last.historyHash).toBe(await historyOf({ ...experiment, amendments: [amendment] }, last.generation));
    follow({ type: 'state', ticket: 3 });
    const later = await vi.waitFor(() => {
      const found = told.find((message) => 'ticket' in message && message.ticket === 3);
      expect(found).toBeDefined();
      return found as Extract<HostMessage, { type: 'state' }>;
    }, PATIENCE);
    expect(later.checkpoint.champions.entries.map(({ generation }) => generation)).toEqual(
      later.checkpoint.history.generation,
    );
  });

  it('says what is wrong with a file', async () => {
    conduct();
    follow({
      type: 'decode',
      ticket: 1,
      bytes: new TextEncoder().encode('{"format":"gaitlab-run"}'),
      source: 'a.json',
    });
    const { reason } = await toldOf('refused');
    expect(reason).toMatch(/^a\.json: /);
  });

  describe('runs a sweep', () => {
    const axes = [{ path: 'optimizer.sigma', values: [0.05, 0.5] }];
    const of = parseSweep(experiment, { axes, seeds: [1, 2], generations: 2 });
    const swept = () => told.filter((message) => message.type === 'sweep advance');
    const isOver = () => vi.waitFor(() => expect(told.some(({ type }) => type === 'sweep ended')).toBe(true), PATIENCE);

    it('with the results of its single runs, and the run continues unchanged', async () => {
      conduct();
      follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
      await reaches(1);
      const paused = generations().length;
      follow({ type: 'pause' });
      follow({ type: 'sweep', sweep: 1, of });
      await isOver();
      expect(told.find(({ type }) => type === 'sweep ended')).toEqual({ type: 'sweep ended', sweep: 1 });
      for (const [place, each] of runsOf(of).entries()) {
        const last = swept().findLast(({ advance }) => advance.place === place);
        expect(last?.advance.historyHash).toBe(await historyOf(each.experiment, 1));
      }
      // The current generation is reported; no other begins.
      const before = generations().length;
      expect(before - paused).toBeLessThanOrEqual(1);
      follow({ type: 'resume' });
      await reaches(before + 2);
      const last = generations().at(-1)!.generation;
      expect(last.historyHash).toBe(await historyOf(experiment, last.generation));
    });

    it('until it is stopped, within a generation, and then sends nothing about it', async () => {
      const asked: number[] = [];
      conduct({
        ...evaluator,
        evaluate: (batch) => {
          asked.push(batch.requests.length);
          return evaluator.evaluate(batch);
        },
      });
      const large = { ...experiment, optimizer: { ...experiment.optimizer, populationSize: 200 } };
      follow({ type: 'sweep', sweep: 1, of: parseSweep(large, { axes, seeds: [1], generations: 5 }) });
      await vi.waitFor(() => expect(asked).toEqual([64]), PATIENCE);
      follow({ type: 'stop sweep' });
      follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
      await reaches(2);
      expect(asked.filter((count) => count === 64)).toEqual([64]);
      expect(told.every((message) => !('sweep' in message))).toBe(true);
    });

    it('instead of another one, and sends a few messages per run about the newest only', async () => {
      conduct(pretending(first).evaluator);
      follow({ type: 'sweep', sweep: 1, of });
      follow({ type: 'sweep', sweep: 2, of: { ...of, seeds: [1], generations: 100 } });
      await isOver();
      expect(told.every((message) => 'sweep' in message && message.sweep === 2)).toBe(true);
      expect(swept().length).toBeLessThanOrEqual(2 * 41);
      expect(swept().flatMap(({ advance }) => advance.points)).toHaveLength(200);
    });

    it('and says why it failed', async () => {
      conduct({ ...evaluator, evaluate: () => Promise.reject(new Error('no worker was left')) });
      follow({ type: 'sweep', sweep: 1, of });
      await isOver();
      expect(told).toEqual([{ type: 'sweep ended', sweep: 1, reason: 'no worker was left' }]);
    });
  });

  it('says why it stopped', async () => {
    conduct({ ...evaluator, evaluate: () => Promise.reject(new Error('no worker was left')) });
    follow({ type: 'begin', run: 1, from: experiment, isLearning: true });
    await vi.waitFor(() => expect(told).toEqual([{ type: 'stopped', run: 1, reason: 'no worker was left' }]), PATIENCE);
  });
});
