import { type Outcome, stepsTo } from './outcome.ts';
import { cellsOf, type Sweep } from './sweep.ts';
import { valueText } from './sweepable.ts';

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const number = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? '' : String(value));

/** A header and one line for each run that has begun, in running order; `goal` in metres. */
export function sweepCsv(sweep: Sweep, outcomes: readonly Outcome[], goal: number): string {
  const cells = cellsOf(sweep);
  const names = [
    'seed',
    'done',
    'generations',
    'steps',
    'fitness',
    'distance',
    'falls',
    'tests',
    `stepsTo${goal}m`,
    'historyHash',
  ];
  const lines = outcomes
    .filter(({ steps }) => steps.length > 0)
    .map((outcome) => {
      const { cell, seed, share, steps, leader, historyHash } = outcome;
      const values = cells[cell]?.values.map(valueText) ?? [];
      const best = [leader?.fitness, leader?.distance, leader?.falls, leader?.seeds.length, stepsTo(outcome, goal)];
      return [...values, seed, share === 1, steps.length, steps.at(-1), ...best.map(number), historyHash];
    });
  const rows = [[...sweep.axes.map(({ path }) => path), ...names], ...lines];
  return rows.map((row) => `${row.map((each) => quoted(String(each))).join(',')}\n`).join('');
}
