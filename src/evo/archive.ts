/** The best found so far of one kind. */
export interface Elite {
  /** Which square of the archive it fills: column + resolution * row. */
  cell: number;
  genome: Float32Array;
  fitness: number;
  /** What kind it is, both in [0, 1]: across the columns, up the rows. */
  descriptor: [number, number];
}

/** Elites by rising cell, one for each cell that is filled: plain data, to be searched from and to be drawn. */
export type Archive = readonly Elite[];

/** One more genome that lived. */
export type Candidate = Omit<Elite, 'cell'>;

/** The square of a resolution x resolution archive that a kind belongs to; what lies outside goes to the border. */
export function cellOf([across, up]: Elite['descriptor'], resolution: number): number {
  const place = (share: number) => Math.max(0, Math.min(resolution - 1, Math.floor(share * resolution)));
  return place(across) + resolution * place(up);
}

/**
 * The archive after newcomers have tried for their cells (Mouret & Clune 2015, algorithm 1): the better one stays, of equals
 * who was there. Who comes first does not matter. A failed one, of fitness NaN, and one of no kind stay outside.
 */
export function withCandidates(archive: Archive, newcomers: readonly Candidate[], resolution: number): Archive {
  const cells = new Map(archive.map((elite) => [elite.cell, elite]));
  const fresh = new Set<number>();
  for (const newcomer of newcomers) {
    const { fitness, descriptor } = newcomer;
    if (Number.isNaN(fitness) || descriptor.some(Number.isNaN)) continue;
    const cell = cellOf(descriptor, resolution);
    const holder = cells.get(cell);
    const tie = holder?.fitness === fitness && fresh.has(cell) && precedes(newcomer.genome, holder.genome);
    if (holder !== undefined && !(fitness > holder.fitness) && !tie) continue;
    cells.set(cell, { cell, ...newcomer });
    fresh.add(cell);
  }
  return [...cells.values()].sort((a, b) => a.cell - b.cell);
}

/** Whether a stands before b in a dictionary of numbers. */
function precedes(a: Float32Array, b: Float32Array): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && (a[i] as number) < (b[i] as number);
}

/** Share of the cells that are filled. */
export const coverage = (archive: Archive, resolution: number) => archive.length / (resolution * resolution);

/** Sum over the cells of how far fitness is above the lowest there can be (Pugh, Soros & Stanley 2016): grows with both. */
export const qdScore = (archive: Archive, lowest: number) =>
  archive.reduce((sum, { fitness }) => sum + fitness - lowest, 0);

/** The elite of largest fitness, undefined of an empty archive. */
export function bestOf(archive: Archive): Elite | undefined {
  return archive.reduce<Elite | undefined>(
    (best, elite) => (best && best.fitness >= elite.fitness ? best : elite),
    undefined,
  );
}
