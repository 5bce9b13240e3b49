/** Columns of numbers by generation, evenly spread over the run and bounded in length. */
export interface LearningCurve<Name extends string> {
  readonly columns: Readonly<Record<Name | 'generation', readonly number[]>>;
  /** Missing values become NaN. */
  add(row: Readonly<Partial<Record<Name, number>>> & { generation: number }): void;
  /** Replaces the contents by saved columns; missing values become NaN. */
  restore(columns: Readonly<Record<string, readonly number[]>>): void;
  clear(): void;
}

/** @param maxPoints beyond this many, every other point is dropped */
export function createLearningCurve<Name extends string>(
  names: readonly Name[],
  maxPoints: number,
): LearningCurve<Name> {
  let stride = 1;
  const all = [...new Set<Name | 'generation'>(['generation', ...names])];
  const columns = Object.fromEntries(all.map((name) => [name, [] as number[]])) as Record<
    Name | 'generation',
    number[]
  >;
  function thin(): void {
    for (const name of all) {
      const column = columns[name];
      for (let i = 0; 2 * i < column.length; i++) column[i] = column[2 * i]!;
      column.length = Math.ceil(column.length / 2);
    }
    stride *= 2;
  }
  return {
    columns,
    add(row) {
      if (row.generation % stride !== 0) return;
      const values: Readonly<Partial<Record<string, number>>> = row;
      for (const name of all) columns[name].push(values[name] ?? Number.NaN);
      if (columns.generation.length >= maxPoints) thin();
    },
    restore(from) {
      const known = from.generation ?? [];
      for (const name of all) {
        columns[name].length = 0;
        for (let i = 0; i < known.length; i++) columns[name].push(from[name]?.[i] ?? Number.NaN);
      }
      stride = Math.max(1, (known[1] ?? 1) - (known[0] ?? 0));
      while (columns.generation.length >= maxPoints) thin();
    },
    clear() {
      stride = 1;
      for (const name of all) columns[name].length = 0;
    },
  };
}
