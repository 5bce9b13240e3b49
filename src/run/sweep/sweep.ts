import * as v from 'valibot';
import { parse } from '../../schema/fault.ts';
import { withSetting } from '../amend.ts';
import { type Experiment, type SettingValue, settingValue } from '../experiment-schema.ts';
import { sizeFault } from '../size-fault.ts';
import { startFault } from '../start.ts';

const axisSchema = v.strictObject({
  /** A setting by its path, as in `optimizer.sigma`, `task.name` or `body`. */
  path: v.pipe(v.string(), v.maxLength(60)),
  values: v.pipe(v.array(settingValue), v.minLength(2), v.maxLength(8)),
});

const whole = (max: number, min = 1) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A sweep without its base experiment: the values to try, the seeds, and the length of each run. */
export const planSchema = v.strictObject({
  axes: v.pipe(v.array(axisSchema), v.minLength(1), v.maxLength(2)),
  seeds: v.pipe(v.array(whole(4294967295, 0)), v.minLength(1), v.maxLength(8)),
  /** A run ends with the first generation that reaches `steps` control steps, or after `generations`. */
  steps: v.optional(whole(1e12)),
  generations: v.optional(whole(1e9)),
});

export type Axis = v.InferOutput<typeof axisSchema>;
export type SweepPlan = v.InferOutput<typeof planSchema>;

/** One experiment with every combination of values of one or two settings, each with several seeds. Plain data. */
export interface Sweep extends SweepPlan {
  base: Experiment;
}

/** One combination of values. */
export interface Cell {
  /** One for each axis. */
  values: SettingValue[];
  /** With the first of the seeds. */
  experiment: Experiment;
}

/** Names are applied before the settings that belong to them. */
const isName = (path: string) => !path.includes('.') || path.endsWith('.name');

function cellOf({ base, axes, seeds }: Sweep, values: SettingValue[]): Cell {
  const settings = axes.map(({ path }, i) => [path, values[i] as SettingValue] as const);
  const ordered = [...settings.filter(([path]) => isName(path)), ...settings.filter(([path]) => !isName(path))];
  try {
    const experiment = ordered.reduce((of, [path, value]) => withSetting(of, path, value), base);
    const fault = (experiment.start ? '' : startFault({ ...experiment, start: base.start })) || sizeFault(experiment);
    if (fault !== '') throw new Error(fault);
    return {
      values,
      experiment: { ...experiment, ...(base.start && { start: base.start }), seed: seeds[0]! },
    };
  } catch (error) {
    const words = settings.map(([path, value]) => `${path} ${JSON.stringify(value).slice(0, 60)}`).join(' and ');
    throw new Error(`With ${words}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Every combination, the first axis changing slowest. Throws an Error that names the first invalid one. */
export function cellsOf(sweep: Sweep): Cell[] {
  const [first, second] = sweep.axes.map(({ values }) => values);
  const combinations = (first ?? []).flatMap((one) => second?.map((two) => [one, two]) ?? [[one]]);
  return combinations.map((values) => cellOf(sweep, values));
}

/** One run of a sweep: a cell by its index, under one of the seeds. */
export interface SweepRun {
  cell: number;
  experiment: Experiment;
}

/** All runs of a sweep: every cell with the first seed, then every cell with the second, and so on. */
export function runsOf(sweep: Sweep): SweepRun[] {
  const cells = cellsOf(sweep);
  return sweep.seeds.flatMap((seed) =>
    cells.map(({ experiment }, cell) => ({ cell, experiment: { ...experiment, seed } })),
  );
}

const hasDouble = (values: readonly unknown[]) =>
  new Set(values.map((each) => JSON.stringify(each))).size < values.length;

/** What the schema cannot check of a plan, as a sentence; empty for nothing. */
function faultOf({ axes, seeds, steps, generations }: SweepPlan): string {
  const odd = axes.find(({ path }) => path !== 'body' && !path.includes('.'));
  if (odd) return `there is no setting ${odd.path}`;
  if (axes[0]?.path === axes[1]?.path) return `both axes are ${axes[0]?.path}, must be two settings`;
  const double = axes.find(({ values }) => hasDouble(values));
  if (double) return `${double.path} has the same value twice`;
  if (hasDouble(seeds)) return 'seeds has the same seed twice';
  return steps === undefined && generations === undefined ? 'it needs an end for each run, steps or generations' : '';
}

/** The sweep of an experiment by a plan. Throws an Error that starts with `source` and names the first fault. */
export function parseSweep(base: Experiment, plan: unknown, source?: string): Sweep {
  return sweepOf(base, parse(planSchema, plan, source), source);
}

/** The sweep of an experiment by a plan with valid fields. Throws as `parseSweep` does. */
export function sweepOf(base: Experiment, plan: SweepPlan, source?: string): Sweep {
  const sweep = { base, ...plan };
  let fault = faultOf(sweep);
  try {
    if (fault === '') cellsOf(sweep);
  } catch (error) {
    fault = (error as Error).message;
  }
  if (fault !== '') throw new Error(source ? `${source}: ${fault}` : fault);
  return sweep;
}
