import { columns, type History } from '../../session/history.ts';

/** The history of a run as CSV: a row of names, then one row per generation; a field is empty where the value is unknown. */
export function historyCsv(history: History): string {
  const lines = history.generation.map((_, i) =>
    columns.map((name) => (Number.isFinite(history[name][i]) ? String(history[name][i]) : '')).join(','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
