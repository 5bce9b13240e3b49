import { bodies } from '../../../creature/bodies.ts';
import { brains } from '../../../creature/brains.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { bodyOf } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Measure } from '../../../run/sweep/outcome.ts';
import { type Axis, type Cell, cellsOf, type Sweep } from '../../../run/sweep/sweep.ts';
import { sweepables, valueText } from '../../../run/sweep/sweepable.ts';
import { tasks } from '../../../sim/tasks.ts';
import { strings } from '../../strings.ts';
import { words } from './words.ts';

const catalogues: Record<string, Record<string, { title: string }>> = {
  body: bodies,
  'task.name': tasks,
  'brain.name': brains,
  'optimizer.name': optimizers,
};

/** A value as people read it. */
export function labelOf(path: string, value: SettingValue): string {
  if (typeof value === 'boolean') return value ? strings.on : strings.off;
  return catalogues[path]?.[String(value)]?.title ?? valueText(value);
}

/** A sweep in words. */
export interface Legend {
  sweep: Sweep;
  cells: Cell[];
  /** What each axis is called. */
  titles: string[];
  /** Each cell by its values, "Step 0.1, Population 24"; a name stands for itself. */
  names: string[];
}

export function legendOf(sweep: Sweep): Legend {
  const cells = cellsOf(sweep);
  const settings = new Map(sweepables(sweep.base).map(({ path, setting }) => [path, setting]));
  const titles = sweep.axes.map(({ path }) => settings.get(path)?.title ?? path);
  const part = (value: SettingValue, i: number) => {
    const { path } = sweep.axes[i] as Axis;
    return path in catalogues ? labelOf(path, value) : `${titles[i]} ${labelOf(path, value)}`;
  };
  return { sweep, cells, titles, names: cells.map(({ values }) => values.map(part).join(', ')) };
}

/** Who learns what and how, in a line. */
export function lineOf(experiment: Experiment): string {
  const names = (['task.name', 'brain.name', 'optimizer.name'] as const).map((path) =>
    labelOf(path, experiment[path.split('.')[0] as 'task'].name),
  );
  return [bodyOf(experiment).title, ...names].join(' · ');
}

/** A number of a measure, short enough for a cell. */
export function shortOf(measure: Measure, value: number): string {
  if (!Number.isFinite(value)) return words.never;
  if (measure !== 'steps') return value.toFixed(1).replace(/^-0\.0$/, '0.0');
  return value < 1000 ? String(Math.round(value)) : `${(value / 1000).toFixed(value < 9950 ? 1 : 0)}k`;
}
