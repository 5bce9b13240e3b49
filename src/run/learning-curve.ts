/** Numbers of each generation as columns, evenly spread over the run and bounded: as they grow. */
export interface LearningCurve<Name extends string> {
  readonly columns: Readonly<Record<Name | 'generation', readonly number[]>>;
  /** What a row does not have is NaN. */
  add(row: Readonly<Partial<Record<Name, number>>> & { generation: number }): void;
  /** Takes up where other columns ended; what they do not have is NaN. */
  restore(columns: Readonly<Record<string, readonly number[]>>): void;
  clear(): void;
}

/** @param most points; beyond that every second is kept. */
export function createLearningCurve<Name extends string>(names: readonly Name[], most: number): LearningCurve<Name> {
  let stride = 1;
  const all = [...new Set<Name | 'generation'>(['generation', ...names])];
  const columns = Object.fromEntries(all.map((name) => [name, [] as number[]])) as Record<
    Name | 'generation',
    number[]
  >;
  function thin(): void {
    for (const name of all) {
      const column = columns[name];
      for (let i = 0; 2 * i < column.length; i++) column[i] = column[2 * i] as number;
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
      if (columns.generation.length >= most) thin();
    },
    restore(from) {
      const known = from.generation ?? [];
      for (const name of all) {
        columns[name].length = 0;
        for (let i = 0; i < known.length; i++) columns[name].push(from[name]?.[i] ?? Number.NaN);
      }
      stride = Math.max(1, (known[1] ?? 1) - (known[0] ?? 0));
      while (columns.generation.length >= most) thin();
    },
    clear() {
      stride = 1;
      for (const name of all) columns[name].length = 0;
    },
  };
}
