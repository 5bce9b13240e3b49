import { gaitNames } from '../../../sim/gait/names.ts';
import { type Column, columns, type History } from '../../session/history.ts';

const field = (name: Column, value: number | undefined): string => {
  if (value === undefined || !Number.isFinite(value)) return '';
  return name === 'gait' ? (gaitNames[value] ?? '') : String(value);
};

/** The history of a run as CSV: a row of names, then one row per generation; a field is empty where the value is unknown. */
export function historyCsv(history: History): string {
  const lines = history.generation.map((_, i) => columns.map((name) => field(name, history[name][i])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
