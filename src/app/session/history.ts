import type { Checkpoint } from '../../run/checkpoint.ts';
import { createLearningCurve } from '../../run/learning-curve.ts';
import type { VitalSigns } from '../../run/vital-signs.ts';

/** What is kept of each generation: its vital signs, what it took since the run began, and how fast that went. */
export interface Row extends VitalSigns {
  /** Lives and control steps spent so far. */
  evaluations: number;
  steps: number;
  /** Control steps a second. */
  pace: number;
}

export type Column = keyof Row;

/** Every column, in the order of a table. */
export const columns = [
  ...(['generation', 'best', 'mean', 'deviation', 'fitness', 'distance', 'stepSize', 'diversity', 'falls'] as const),
  ...(['failures', 'lifetime', 'saturation', 'noise', 'effort', 'evaluations', 'steps', 'pace'] as const),
] satisfies Column[];

/** What became of each generation, as columns for charts. */
export interface History extends Readonly<Record<Column, readonly number[]>> {
  add(row: Row): void;
  /** So many of the newest rows whose generation is no earlier, oldest first. */
  latest(count: number, since?: number): Row[];
  /** Takes up where the columns of a kept run ended. */
  restore(columns: Checkpoint['history']): void;
  clear(): void;
}

/** More points than that tell no eye anything: from then on every second is kept. */
const MOST = 20_000;

export function createHistory(most = MOST): History {
  const curve = createLearningCurve(columns, most);
  const kept = curve.columns;
  const row = (i: number) => Object.fromEntries(columns.map((name) => [name, kept[name][i]])) as unknown as Row;
  return {
    ...kept,
    add: curve.add,
    latest(count, since = 0) {
      const { generation } = kept;
      const rows: Row[] = [];
      for (let i = generation.length - 1; i >= 0 && rows.length < count; i--) {
        if ((generation[i] as number) < since) break;
        rows.push(row(i));
      }
      return rows.reverse();
    },
    restore: curve.restore,
    clear: curve.clear,
  };
}
