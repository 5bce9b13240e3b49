/** Best and mean fitness by generation, evenly spread over the run and bounded: as they grow. */
export interface Curve {
  readonly generation: readonly number[];
  readonly best: readonly number[];
  readonly mean: readonly number[];
  add(generation: number, best: number, mean: number): void;
  /** Takes up where other columns ended; what they do not have is NaN. */
  restore(columns: Readonly<Record<string, readonly number[]>>): void;
}

/** @param most points; beyond that every second is kept. */
export function createCurve(most: number): Curve {
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
      const known = columns.generation ?? [];
      for (const [name, column] of Object.entries({ generation, best, mean })) {
        column.splice(0, column.length, ...known.map((_, i) => columns[name]?.[i] ?? Number.NaN));
      }
      stride = Math.max(1, (generation[1] ?? 1) - (generation[0] ?? 0));
    },
  };
}
