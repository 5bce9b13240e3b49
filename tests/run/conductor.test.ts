import { afterEach, describe, expect, it, vi } from 'vitest';
import { createConductor, type News, type Order } from '../../src/run/conductor.ts';
import { type Evaluator, evaluateBatch } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { run } from '../../src/run/run.ts';

const experiment = parseExperiment({
  task: { name: 'walk', duration: 1 },
  brain: { name: 'linear' },
  optimizer: { name: 'snes' },
});

/** Leaves room for orders between two batches, as workers do. */
const evaluator: Evaluator = {
  evaluate: async (batch) => {
    await new Promise((resolve) => setTimeout(resolve));
    return evaluateBatch(batch);
  },
  close: async () => {},
};

let follow: (order: Order) => void = () => {};
let told: News[] = [];
function conduct(by = evaluator): void {
  const mine: News[] = [];
  told = mine;
  follow = createConductor(by, (news) => mine.push(news));
}
const generations = () => told.filter((news) => news.news === 'generation');
/** However busy the machine is. */
const PATIENCE = { timeout: 30_000 };
const reaches = (count: number) =>
  vi.waitFor(() => expect(generations().length).toBeGreaterThanOrEqual(count), PATIENCE);
afterEach(() => follow({ order: 'pause' }));

async function historyOf(of: typeof experiment, generation: number): Promise<string> {
  for await (const { generation: now, historyHash } of run(of, evaluator)) if (now === generation) return historyHash;
  return '';
}

describe('the conductor', () => {
  it('tells of the generations that the run itself comes to', async () => {
    conduct();
    follow({ order: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(3);
    const third = generations()[2];
    expect(third?.generation.historyHash).toBe(await historyOf(experiment, 2));
    expect(third?.generation).not.toHaveProperty('state');
    expect(third?.generation).not.toHaveProperty('lived');
    expect(third?.generation.champion?.recording).toBeDefined();
    expect(third?.generation.signs).toMatchObject({ generation: 2, best: third?.generation.best });
  });

  it('holds still when told to, from the beginning if need be, and goes on', async () => {
    conduct();
    follow({ order: 'begin', run: 1, from: experiment, isLearning: false });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).toEqual([]);
    follow({ order: 'go on' });
    await reaches(2);
    follow({ order: 'pause' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const held = told.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.length).toBe(held);
  });

  it('makes a change from the next generation on, of several the last, and says from which', async () => {
    conduct();
    follow({ order: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(1);
    follow({ order: 'amend', changes: { 'task.gravity': 5, 'run.trials': 2 } });
    follow({ order: 'amend', changes: { 'task.gravity': 6 } });
    await reaches(4);
    const [news, ...more] = told.filter((each) => each.news === 'amended');
    expect(more).toEqual([]);
    const amendment = news?.amendment ?? { generation: -1, changes: {} };
    expect(amendment.changes).toEqual({ 'task.gravity': 6, 'run.trials': 2 });
    expect(amendment.generation).toBe(generations().filter((each) => told.indexOf(each) < told.indexOf(news!)).length);
    const last = generations().at(-1)!.generation;
    expect(last.historyHash).toBe(await historyOf({ ...experiment, amendments: [amendment] }, last.generation));
  });

  it('says nothing more of a run when another has begun', async () => {
    conduct();
    follow({ order: 'begin', run: 1, from: experiment, isLearning: true });
    await reaches(1);
    const before = told.length;
    follow({ order: 'begin', run: 2, from: { ...experiment, seed: 2 }, isLearning: true });
    await reaches(before + 2);
    expect(told.slice(before).every((news) => 'run' in news && news.run === 2)).toBe(true);
    expect(generations()[before]?.generation.generation).toBe(0);
  });

  it('lives a life beside the run, or says why not', () => {
    conduct();
    const request = { genome: new Float32Array(3), seed: 1, statistics: null, record: true };
    follow({ order: 'live', ticket: 7, batch: { experiment, requests: [request] } });
    expect(told[0]).toMatchObject({
      news: 'refused',
      ticket: 7,
      reason: expect.stringMatching(/^genome has 3 numbers/),
    });
  });

  it('lets the newest whole generation live once more, recorded', async () => {
    conduct();
    follow({ order: 'crowd', ticket: 1 });
    await vi.waitFor(() => expect(told[0]).toMatchObject({ news: 'refused', reason: 'there is no generation yet' }));
    follow({
      order: 'begin',
      run: 1,
      from: { ...experiment, run: { ...experiment.run, trials: 2 } },
      isLearning: true,
    });
    await reaches(2);
    follow({ order: 'pause' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    follow({ order: 'crowd', ticket: 2 });
    const crowd = () => told.find((news) => news.news === 'lives');
    await vi.waitFor(() => expect(crowd()).toBeDefined());
    const { lives, generation } = crowd()!;
    const last = generations().at(-1)!.generation;
    expect(generation).toBe(last.generation);
    expect(lives).toHaveLength(last.fitness.length);
    expect(lives.every(({ recording }) => recording !== undefined)).toBe(true);
    const grounds = new Set(lives.map(({ recording }) => String(recording?.terrain.points)));
    expect(grounds.size).toBe(1);
  });

  it('says why it stopped', async () => {
    conduct({ ...evaluator, evaluate: () => Promise.reject(new Error('no worker was left')) });
    follow({ order: 'begin', run: 1, from: experiment, isLearning: true });
    await vi.waitFor(() => expect(told).toEqual([{ news: 'stopped', run: 1, reason: 'no worker was left' }]));
  });
});
