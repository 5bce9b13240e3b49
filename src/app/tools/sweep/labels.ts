import { bodies } from '../../../creature/bodies.ts';
import { brains } from '../../../creature/brains.ts';
import { optimizerDescriptions } from '../../../evo/optimizer-descriptions.ts';
import { bodyOf } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Measure } from '../../../run/sweep/outcome.ts';
import { type Cell, cellsOf, type Sweep } from '../../../run/sweep/sweep.ts';
import { sweepables, valueText } from '../../../run/sweep/sweepable.ts';
import { tasks } from '../../../sim/tasks.ts';
import { strings } from '../../strings.ts';
import { words } from './words.ts';

const catalogues: Record<string, Record<string, { title: string }>> = {
  body: bodies,
  'task.name': tasks,
  'brain.name': brains,
  'optimizer.name': optimizerDescriptions,
};

/** A value as text for people. */
export function valueLabel(path: string, value: SettingValue): string {
  if (typeof value === 'boolean') return value ? strings.on : strings.off;
  return catalogues[path]?.[String(value)]?.title ?? valueText(value);
}

/** The texts of a sweep. */
export interface SweepLabels {
  sweep: Sweep;
  cells: Cell[];
  /** Title of each axis. */
  titles: string[];
  /** Name of each cell, by its values: `SNES, Population 24`. */
  names: string[];
}

export function sweepLabels(sweep: Sweep): SweepLabels {
  const cells = cellsOf(sweep);
  const settings = new Map(sweepables(sweep.base).map(({ path, setting }) => [path, setting]));
  const titles = sweep.axes.map(({ path }) => settings.get(path)?.title ?? path);
  const part = (value: SettingValue, i: number) => {
    const { path } = sweep.axes[i]!;
    return path in catalogues ? valueLabel(path, value) : `${titles[i]} ${valueLabel(path, value)}`;
  };
  return { sweep, cells, titles, names: cells.map(({ values }) => values.map(part).join(', ')) };
}

/** Body, task, brain and optimizer in one line. */
export function describeExperiment(experiment: Experiment): string {
  const names = (['task.name', 'brain.name', 'optimizer.name'] as const).map((path) =>
    valueLabel(path, experiment[path.split('.')[0] as 'task'].name),
  );
  return [bodyOf(experiment).title, ...names].join(' · ');
}

/** A value of a measure, short enough for a cell. */
export function formatMeasure(measure: Measure, value: number): string {
  if (!Number.isFinite(value)) return words.never;
  if (measure !== 'steps') return value.toFixed(1).replace(/^-0\.0$/, '0.0');
  return value < 1000 ? String(Math.round(value)) : `${(value / 1000).toFixed(value < 9950 ? 1 : 0)}k`;
}
