import { columns, type History } from '../../session/history.ts';

/** All that is kept of a run as comma-separated values: a row of names, then one for each generation; empty where unknown. */
export function csvOf(history: History): string {
  const lines = history.generation.map((_, i) =>
    columns.map((name) => (Number.isFinite(history[name][i]) ? String(history[name][i]) : '')).join(','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
