/** What became of each generation, as columns for a chart. */
export interface History {
  readonly generation: readonly number[];
  readonly best: readonly number[];
  readonly mean: readonly number[];
  /** Control steps lived by then. */
  readonly steps: readonly number[];
  add(generation: number, best: number, mean: number, steps: number): void;
}

/** More points than that tell no eye anything: from then on every second is kept. */
const MOST = 20_000;

export function createHistory(most = MOST): History {
  let stride = 1;
  const generation: number[] = [];
  const best: number[] = [];
  const mean: number[] = [];
  const steps: number[] = [];
  const columns = [generation, best, mean, steps];
  const thin = (column: number[]) => {
    for (let i = 0; 2 * i < column.length; i++) column[i] = column[2 * i] as number;
    column.length = Math.ceil(column.length / 2);
  };
  return {
    generation,
    best,
    mean,
    steps,
    add(g, b, m, s) {
      if (g % stride !== 0) return;
      generation.push(g);
      best.push(b);
      mean.push(m);
      steps.push(s);
      if (generation.length < most) return;
      for (const column of columns) thin(column);
      stride *= 2;
    },
  };
}
