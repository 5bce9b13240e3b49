import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Preset } from '../../../run/presets.ts';
import { stepPath } from '../../../run/step-path.ts';
import { type Axis, parseSweep, type Sweep } from '../../../run/sweep/sweep.ts';
import { type Sweepable, sweepables, valueIn, valueText } from '../../../run/sweep/sweepable.ts';
import { suggested } from './suggest.ts';
import { words } from './words.ts';

/** An axis as it is being written: values as text, with commas between. No path: no axis. */
export interface AxisDraft {
  path: string;
  text: string;
}

/** The form as it stands. */
export interface Draft {
  /** Whose settings are varied; undefined for those of the page's own run. */
  base: Experiment | undefined;
  axes: readonly [AxisDraft, AxisDraft];
  seedCount: number;
  /** Control steps of each run. */
  steps: number;
}

export const NO_AXIS: AxisDraft = { path: '', text: '' };
const MOST = 8;
const SEEDS = 4294967296;

/** The words of an axis, one a value. */
export const wordsIn = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** An axis over a setting, with values to begin with. */
export function axisOver(experiment: Experiment, path: string): AxisDraft {
  const found = sweepables(experiment).find((each) => each.path === path);
  return found ? { path, text: suggested(found) } : NO_AXIS;
}

/** The initial form for an experiment: it varies the optimizer's step size. */
export function firstDraft(experiment: Experiment): Draft {
  return { base: undefined, axes: [axisOver(experiment, stepPath(experiment)), NO_AXIS], seedCount: 3, steps: 60_000 };
}

/** The same form for an experiment that may not have all of its settings: what is missing is left out. */
export function fitted(draft: Draft, experiment: Experiment): Draft {
  const paths = new Set(sweepables(experiment).map(({ path }) => path));
  const [first, second] = draft.axes.filter(({ path }) => paths.has(path));
  return { ...draft, axes: [first ?? firstDraft(experiment).axes[0], second ?? NO_AXIS] };
}

/** The form filled in with a preset's sweep. */
export function draftOf({ experiment, sweep }: Preset): Draft | undefined {
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
  const { setting } = options.find((each) => each.path === path) as Sweepable;
  const values: SettingValue[] = wordsIn(text).map((word) => {
    const value = valueIn(word, setting);
    if (value === undefined) throw new Error(words.noValue(setting.title, word));
    return value;
  });
  if (values.length < 2) throw new Error(words.fewer(setting.title));
  if (values.length > MOST) throw new Error(words.more(setting.title));
  return { path, values };
}

/** The sweep that the form asks for. Throws an Error that says what is wrong with it. */
export function sweepFrom(draft: Draft, experiment: Experiment): Sweep {
  const base = draft.base ?? experiment;
  const options = sweepables(base);
  const axes = draft.axes.filter(({ path }) => path !== '').map((axis) => axisFrom(axis, options));
  const seeds = Array.from({ length: draft.seedCount }, (_, i) => (base.seed + i) % SEEDS);
  return parseSweep(base, { axes, seeds, steps: draft.steps });
}
