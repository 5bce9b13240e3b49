import { expect, test } from 'vitest';
import { createOutstanding, type OutstandingBatch } from '../../src/cluster/outstanding.ts';
import { overdueBatch } from '../../src/cluster/overdue.ts';
import { pieceSizes } from '../../src/cluster/piece-sizes.ts';
import { createThreads } from '../../src/cluster/threads.ts';

const sum = (sizes: readonly number[]) => sizes.reduce((all, each) => all + each, 0);

test('batches take about 250 ms, and less towards the end', () => {
  const sizes = pieceSizes(1000, 4, 5);
  expect(sum(sizes)).toBe(1000);
  expect(sizes[0]).toBe(50);
  expect(sizes.at(-1)).toBeLessThanOrEqual(4);
  expect(sizes.every((each, i) => i === 0 || each <= sizes[i - 1]!)).toBe(true);
});

test('another duration of a batch may be aimed at, but none that the queue could not keep up with', () => {
  expect(pieceSizes(1000, 4, 5, 0, 50)[0]).toBe(10);
  expect(pieceSizes(1000, 4, 5, 0, 1000)[0]).toBe(175);
  expect(pieceSizes(1000, 4, 5, 0, 1)[0]).toBe(6);
});

test('in each round all threads get batches of the same size, and the last round is short', () => {
  expect(pieceSizes(69, 2, 3.8)).toEqual([25, 25, 10, 9]);
  expect(pieceSizes(258, 2, 3.8)).toEqual([66, 66, 45, 45, 13, 13, 5, 5]);
});

test('a short generation is one batch for each thread, and slow episodes are sent one by one', () => {
  expect(pieceSizes(26, 2, 1)).toEqual([13, 13]);
  expect(pieceSizes(3, 2, 10_000)).toEqual([1, 1, 1]);
  // Before the last round, no batch is shorter than the way to the queue and back.
  expect(Math.min(...pieceSizes(1010, 4, 5, 100).slice(0, -4))).toBeGreaterThanOrEqual(20);
  expect(pieceSizes(0, 2, 1)).toEqual([]);
});

test('near the end the oldest batch is overdue after twice its time, and each copy doubles that', () => {
  const batch = { sentAt: 1000, time: 500, copyCount: 0 };
  expect(overdueBatch([batch], 2, 2299)).toBeUndefined();
  expect(overdueBatch([batch, { ...batch, sentAt: 2000 }], 3, 2301)).toBe(batch);
  expect(overdueBatch([{ ...batch, copyCount: 1 }], 2, 3299)).toBeUndefined();
  // While all threads are busy, the others may come first, and no thread waits for a copy.
  expect(overdueBatch([batch, batch], 2, 5999)).toBeUndefined();
  expect(overdueBatch([batch, batch], 2, 6001)).toBe(batch);
  expect(overdueBatch([], 2, 0)).toBeUndefined();
});

function outstandingOf(batch: number, read: (text: string) => string) {
  const results: string[] = [];
  const data = {} as OutstandingBatch<string>['data'];
  const counts = { sentAt: 0, time: 1, missedCount: 0, copyCount: 0 };
  const resolve = (result: string) => void results.push(result);
  return { results, batch: { batch, data, jobs: [], ...counts, read, resolve, reject: () => {} } };
}

test('the first result of a batch is used, later ones are compared, invalid ones change nothing', () => {
  const outstanding = createOutstanding<string>();
  const { batch, results } = outstandingOf(7, (text) => {
    if (text === 'bad') throw new Error('is bad');
    return text;
  });
  outstanding.add(batch);
  expect(outstanding.settle(8, 'a')).toBe('unknown');
  expect(() => outstanding.settle(7, 'bad')).toThrow('is bad');
  expect(outstanding.settle(7, 'a')).toBe('used');
  expect(outstanding.settle(7, 'a')).toBe('equal');
  expect(() => outstanding.settle(7, 'bad')).toThrow('is bad');
  expect(outstanding.settle(7, 'b')).toBe('different');
  expect(results).toEqual(['a']);
  expect(outstanding.batches.size).toBe(0);
});

test('each caller gets a free thread, in turn', async () => {
  let made = 0;
  const threads = createThreads(2, () => ({ evaluate: async () => [], close: async () => {}, id: made++ }));
  const order: string[] = [];
  const releases: (() => void)[] = [];
  const job = (name: string) =>
    threads.use(async () => {
      order.push(name);
      await new Promise<void>((resolve) => void releases.push(resolve));
    });
  const jobs = ['a', 'b', 'c'].map(job);
  await Promise.resolve();
  await Promise.resolve();
  expect(order).toEqual(['a', 'b']);
  releases[0]!();
  await jobs[0];
  await Promise.resolve();
  expect(order).toEqual(['a', 'b', 'c']);
  for (const release of releases) release();
  await Promise.all(jobs);
  expect(made).toBe(2);
});
