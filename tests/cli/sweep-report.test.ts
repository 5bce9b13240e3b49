import { expect, test } from 'vitest';
import { returnText } from '../../src/cli/return-summary.ts';
import { shellQuoted } from '../../src/cli/shell-quoted.ts';
import { runLine, tableOf, unfinishedLine } from '../../src/cli/sweep-report.ts';
import { initialOutcomes, type Outcome } from '../../src/run/sweep/outcome.ts';
import type { Leader } from '../../src/run/sweep/runs.ts';
import { parseSweep } from '../../src/run/sweep/sweep.ts';
import { small } from '../run/small.ts';

const axes = [{ path: 'optimizer.sigma', values: [0.05, 0.5] }];
const sweep = parseSweep(small(), { axes, seeds: [3, 9], generations: 2 });
const leader = (distance: number, falls: number) =>
  ({ fitness: distance + 1, distance, falls, seeds: [1, 2] }) as Leader;

/** Runs in order: both cells under the first seed, then under the second. */
function outcomes(...some: Partial<Outcome>[]): Outcome[] {
  const all = initialOutcomes(sweep);
  for (const [place, each] of some.entries()) Object.assign(all[place]!, { historyHash: 'f' }, each);
  return all;
}
const run = (distance: number, falls = 0): Partial<Outcome> => ({
  steps: [100, 200],
  fitness: [0, distance + 1],
  distance: [0, distance],
  leader: leader(distance, falls),
  share: 1,
});

test('the table has the spread over the seeds of each cell', () => {
  const done = outcomes(run(1, 2), run(6), run(4, 1), run(7));
  expect(tableOf(sweep, done, 5)).toEqual([
    'optimizer.sigma  median m  from    to  steps to 5 m   falls',
    '0.05                 2.50  1.00  4.00         never  3 of 4',
    '0.5                  6.50  6.00  7.00           200  0 of 4',
  ]);
});

test('the table of an unfinished sweep has the number of finished runs of each cell', () => {
  expect(tableOf(sweep, outcomes(run(1, 2), { steps: [100], distance: [9], share: 0.5 }), 5)).toEqual([
    'optimizer.sigma      done  median m  from    to  steps to 5 m   falls',
    '0.05               1 of 2      1.00  1.00  1.00         never  2 of 2',
    '0.5              not done',
  ]);
});

test('a finished run is a line of JSON or of text', () => {
  const all = outcomes(run(1), run(6), {}, { ...run(0), leader: undefined });
  expect(JSON.parse(runLine(sweep, all, 1, true, 5))).toEqual({
    ...{ settings: { 'optimizer.sigma': 0.5 }, seed: 3, done: true, generations: 2, steps: 200 },
    ...{ fitness: 7, distance: 6, falls: 0, stepsToGoal: 200, historyHash: 'f' },
  });
  expect(runLine(sweep, all, 1, false, 5)).toBe('2 of 4  optimizer.sigma 0.5  seed 3  6.00 m');
  expect(JSON.parse(runLine(sweep, all, 3, true, 5))).toMatchObject({ fitness: null, falls: null, stepsToGoal: null });
  expect(runLine(sweep, all, 3, false, 5)).toBe('4 of 4  optimizer.sigma 0.5  seed 9  0.00 m');
});

test('an unfinished run is a line of JSON that says so', () => {
  const [, , third] = outcomes({}, {}, { steps: [100], share: 0.5 });
  expect(JSON.parse(unfinishedLine(sweep, third!))).toEqual({
    settings: { 'optimizer.sigma': 0.05 },
    seed: 9,
    done: false,
    generations: 1,
  });
});

test('returns are printed with their spread, and with failed simulations if there are any', () => {
  const summary = { mean: 1.23456, deviation: 0.5, median: 1, falls: 2, failed: 0, steps: 99.96 };
  expect(returnText(summary)).toBe('return 1.235 ± 0.500, median 1.000; 2 falls; 100.0 steps on average.');
  expect(returnText({ ...summary, failed: 1 })).toContain('2 falls, 1 broke the simulation; ');
});

test('a path is quoted for the shell where necessary', () => {
  expect(shellQuoted('runs/a-1_b.gait')).toBe('runs/a-1_b.gait');
  expect(shellQuoted('my run')).toBe("'my run'");
  expect(shellQuoted("it's $HOME")).toBe("'it'\\''s $HOME'");
  expect(shellQuoted('')).toBe("''");
});
