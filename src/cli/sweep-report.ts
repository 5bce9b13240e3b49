import type { SettingValue } from '../run/experiment-schema.ts';
import { type Outcome, stepsTo, summaryOf } from '../run/sweep/outcome.ts';
import { cellsOf, type Sweep } from '../run/sweep/sweep.ts';
import { valueText } from '../run/sweep/sweepable.ts';

const steps = (value: number) => (Number.isFinite(value) ? String(Math.round(value)) : 'never');

const settingsOf = ({ axes }: Sweep, values: readonly SettingValue[]) =>
  Object.fromEntries(axes.map(({ path }, i) => [path, values[i]]));

/** The line of JSON for an unfinished run. */
export function unfinishedLine(sweep: Sweep, { cell, seed, steps }: Outcome): string {
  const settings = settingsOf(sweep, cellsOf(sweep)[cell]?.values ?? []);
  return JSON.stringify({ settings, seed, done: false, generations: steps.length });
}

/** One finished run: a line of JSON for programs, a sentence for people. */
export function runLine(
  sweep: Sweep,
  outcomes: readonly Outcome[],
  place: number,
  json: boolean,
  goal: number,
): string {
  const outcome = outcomes[place] as Outcome;
  const { cell, seed, leader, historyHash } = outcome;
  const values = cellsOf(sweep)[cell]?.values ?? [];
  const { fitness = null, distance = null, falls = null } = leader ?? {};
  const toGoal = stepsTo(outcome, goal);
  if (json) {
    return JSON.stringify({
      settings: settingsOf(sweep, values),
      seed,
      done: true,
      generations: outcome.steps.length,
      steps: outcome.steps.at(-1),
      fitness,
      distance,
      falls,
      stepsToGoal: Number.isFinite(toGoal) ? toGoal : null,
      historyHash,
    });
  }
  const settings = sweep.axes.map(({ path }, i) => `${path} ${valueText(values[i] ?? '')}`).join('  ');
  return `${place + 1} of ${outcomes.length}  ${settings}  seed ${seed}  ${(distance ?? 0).toFixed(2)} m`;
}

/** The results of every cell over its seeds, as lines of aligned columns. */
export function tableOf(sweep: Sweep, outcomes: readonly Outcome[], goal: number): string[] {
  const isComplete = outcomes.every(({ share }) => share === 1);
  const head = [
    ...sweep.axes.map(({ path }) => path),
    ...(isComplete ? [] : ['done']),
    ...['median m', 'from', 'to', `steps to ${goal} m`, 'falls'],
  ];
  const seedCount = sweep.seeds.length;
  const rows = cellsOf(sweep).map(({ values }, cell) => {
    const { spread, falls, testCount, doneCount } = summaryOf(outcomes, cell, 'distance', goal);
    const goalSteps = summaryOf(outcomes, cell, 'steps', goal).spread;
    const metres = [spread?.median, spread?.low, spread?.high].map((each) => each?.toFixed(2) ?? '');
    return [
      ...values.map(valueText),
      ...(isComplete ? [] : [doneCount === 0 ? 'not done' : `${doneCount} of ${seedCount}`]),
      ...(isComplete || doneCount > 0 ? metres : ['', '', '']),
      isComplete || doneCount > 0 ? steps(goalSteps?.median ?? Number.POSITIVE_INFINITY) : '',
      isComplete || doneCount > 0 ? `${falls} of ${testCount}` : '',
    ];
  });
  const table = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((each, i) => (i < sweep.axes.length ? each.padEnd(widths[i] ?? 0) : each.padStart(widths[i] ?? 0)))
      .join('  ');
  return table.map((row) => line(row).trimEnd());
}
