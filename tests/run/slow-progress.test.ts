import { expect, test } from 'vitest';
import { type BatchProgress, createSlowProgress } from '../../src/run/slow-progress.ts';

function started() {
  const reports: BatchProgress[] = [];
  const clock = { time: 5000 };
  const update = createSlowProgress(
    () => clock.time,
    (progress) => reports.push(progress),
  );
  const at = (seconds: number, done: number) => {
    clock.time = 5000 + 1000 * seconds;
    update(done, 40);
  };
  return { at, reports };
}

test('a batch is reported from its tenth second on, with the time that the rest takes', () => {
  const { at, reports } = started();
  at(0, 0);
  at(9.99, 9);
  expect(reports).toEqual([]);
  at(10, 10);
  expect(reports).toEqual([{ done: 10, total: 40, secondsLeft: 30 }]);
});

test('reports are at least a second apart', () => {
  const { at, reports } = started();
  at(0, 0);
  for (const [seconds, done] of [
    [12, 10],
    [12.99, 11],
    [13, 12],
  ] as const)
    at(seconds, done);
  expect(reports.map(({ done }) => done)).toEqual([10, 12]);
});

test('the next batch is slow only when it takes as long itself', () => {
  const { at, reports } = started();
  at(0, 0);
  at(30, 0);
  at(39, 20);
  expect(reports).toEqual([]);
});
