/** What became of generations, as columns: evenly spread over the run, from its first on. */
export interface HistoryColumns {
  readonly generation: readonly number[];
  readonly best: readonly number[];
  readonly mean: readonly number[];
}

/** Columns for a chart, as they grow. */
export interface History extends HistoryColumns {
  add(generation: number, best: number, mean: number): void;
  /** Takes up where other columns ended. */
  restore(columns: HistoryColumns): void;
  clear(): void;
}

/** More points than that tell no eye anything: from then on every second is kept. */
const MOST = 20_000;

export function createHistory(most = MOST): History {
  let stride = 1;
  const generation: number[] = [];
  const best: number[] = [];
  const mean: number[] = [];
  const thin = (column: number[]) => {
    for (let i = 0; 2 * i < column.length; i++) column[i] = column[2 * i] as number;
    column.length = Math.ceil(column.length / 2);
  };
  return {
    generation,
    best,
    mean,
    add(g, b, m) {
      if (g % stride !== 0) return;
      generation.push(g);
      best.push(b);
      mean.push(m);
      if (generation.length < most) return;
      for (const column of [generation, best, mean]) thin(column);
      stride *= 2;
    },
    restore(columns) {
      for (const [column, from] of [
        [generation, columns.generation],
        [best, columns.best],
        [mean, columns.mean],
      ] as const)
        column.splice(0, column.length, ...from);
      stride = Math.max(1, (generation[1] ?? 1) - (generation[0] ?? 0));
    },
    clear() {
      stride = 1;
      for (const column of [generation, best, mean]) column.length = 0;
    },
  };
}
