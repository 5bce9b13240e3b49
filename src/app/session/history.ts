import type { Checkpoint } from '../../run/checkpoint.ts';
import { createLearningCurve } from '../../run/learning-curve.ts';
import type { VitalSigns } from '../../run/vital-signs.ts';

/** The data of one generation: vital signs, the cost of the run so far, and speed. */
export interface Row extends VitalSigns {
  /** Episodes and control steps since the run began. */
  evaluations: number;
  steps: number;
  /** Control steps per second. */
  pace: number;
}

export type Column = keyof Row;

/** Every column, in the order of a table. */
export const columns = [
  ...(['generation', 'best', 'mean', 'deviation', 'fitness', 'distance', 'stepSize', 'diversity', 'falls'] as const),
  ...(['failures', 'lifetime', 'saturation', 'noise', 'effort', 'evaluations', 'steps', 'pace', 'gait'] as const),
  ...(['passing', 'alternation', 'duty', 'flight', 'froude', 'costOfTransport'] as const),
] satisfies Column[];

/** The data of all generations, as columns for charts. */
export interface History extends Readonly<Record<Column, readonly number[]>> {
  add(row: Row): void;
  /** At most `count` of the newest rows from generation `since` on, oldest first. */
  latest(count: number, since?: number): Row[];
  /** Replaces the columns by those of a checkpoint. */
  restore(columns: Checkpoint['history']): void;
  clear(): void;
}

/** Beyond this number of points, which no chart can show, every other one is dropped. */
const MAX_POINTS = 20_000;

export function createHistory(maxPoints = MAX_POINTS): History {
  const curve = createLearningCurve(columns, maxPoints);
  const stored = curve.columns;
  const row = (i: number) => Object.fromEntries(columns.map((name) => [name, stored[name][i]])) as unknown as Row;
  return {
    ...stored,
    add: curve.add,
    latest(count, since = 0) {
      const { generation } = stored;
      const rows: Row[] = [];
      for (let i = generation.length - 1; i >= 0 && rows.length < count; i--) {
        if (generation[i]! < since) break;
        rows.push(row(i));
      }
      return rows.reverse();
    },
    restore: curve.restore,
    clear: curve.clear,
  };
}
