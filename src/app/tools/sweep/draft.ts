import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Preset } from '../../../run/preset.ts';
import { stepPath } from '../../../run/step-path.ts';
import { type Axis, parseSweep, type Sweep } from '../../../run/sweep/sweep.ts';
import { type Sweepable, sweepables, valueIn, valueText } from '../../../run/sweep/sweepable.ts';
import { suggestValues } from './suggest.ts';
import { words } from './words.ts';

/** An axis as entered in the form: values as text, separated by commas. An empty path means no axis. */
export interface AxisDraft {
  path: string;
  text: string;
}

/** The values of the form. */
export interface SweepDraft {
  /** The experiment that is varied; undefined for that of the page's run. */
  base: Experiment | undefined;
  axes: readonly [AxisDraft, AxisDraft];
  seedCount: number;
  /** Length of each run, control steps. */
  steps: number;
}

export const NO_AXIS: AxisDraft = { path: '', text: '' };
const MAX_VALUES = 8;
const SEED_COUNT = 4294967296;

/** The values of an axis as entered, one text each. */
export const splitValues = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** An axis over a setting with suggested values; no axis if the experiment has no such setting. */
export function axisOver(experiment: Experiment, path: string): AxisDraft {
  const found = sweepables(experiment).find((each) => each.path === path);
  return found ? { path, text: suggestValues(found) } : NO_AXIS;
}

/** The initial form for an experiment: it varies the optimizer's step size. */
export function firstDraft(experiment: Experiment): SweepDraft {
  return { base: undefined, axes: [axisOver(experiment, stepPath(experiment)), NO_AXIS], seedCount: 3, steps: 60_000 };
}

/** The form for another experiment: axes over settings that it does not have are left out. */
export function fitDraft(draft: SweepDraft, experiment: Experiment): SweepDraft {
  const paths = new Set(sweepables(experiment).map(({ path }) => path));
  const [first, second] = draft.axes.filter(({ path }) => paths.has(path));
  return { ...draft, axes: [first ?? firstDraft(experiment).axes[0], second ?? NO_AXIS] };
}

/** The form with a preset's sweep. */
export function draftOf({ experiment, sweep }: Preset): SweepDraft | undefined {
  if (sweep === undefined) return undefined;
  const written = ({ path, values }: Axis): AxisDraft => ({ path, text: values.map(valueText).join(', ') });
  const [first, second] = sweep.axes.map(written);
  return {
    base: parseExperiment(experiment),
    axes: [first ?? NO_AXIS, second ?? NO_AXIS],
    seedCount: sweep.seeds.length,
    steps: sweep.steps ?? 60_000,
  };
}

function axisFrom({ path, text }: AxisDraft, options: readonly Sweepable[]): Axis {
  const { setting } = options.find((each) => each.path === path)!;
  const values: SettingValue[] = splitValues(text).map((word) => {
    const value = valueIn(word, setting);
    if (value === undefined) throw new Error(words.noValue(setting.title, word));
    return value;
  });
  if (values.length < 2) throw new Error(words.fewer(setting.title));
  if (values.length > MAX_VALUES) throw new Error(words.more(setting.title));
  return { path, values };
}

/** The sweep of a form. Throws an Error that says what is wrong with the form. */
export function sweepFrom(draft: SweepDraft, experiment: Experiment): Sweep {
  const base = draft.base ?? experiment;
  const options = sweepables(base);
  const axes = draft.axes.filter(({ path }) => path !== '').map((axis) => axisFrom(axis, options));
  const seeds = Array.from({ length: draft.seedCount }, (_, i) => (base.seed + i) % SEED_COUNT);
  return parseSweep(base, { axes, seeds, steps: draft.steps });
}
