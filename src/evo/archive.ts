/** The best genome found so far in one cell of the archive. */
export interface Elite {
  /** Index of the cell: column + resolution * row. */
  cell: number;
  genome: Float32Array;
  fitness: number;
  /** Two behaviour measures in [0, 1]: the first selects the column, the second the row. */
  descriptor: [number, number];
}

/** One elite for each filled cell, by rising cell index. Plain data. */
export type Archive = readonly Elite[];

/** An evaluated genome that competes for a cell. */
export type Candidate = Omit<Elite, 'cell'>;

/** Cell of a descriptor in a resolution x resolution archive; values outside [0, 1] go to the border cells. */
export function cellOf([across, up]: Elite['descriptor'], resolution: number): number {
  const bin = (value: number) => Math.max(0, Math.min(resolution - 1, Math.floor(value * resolution)));
  return bin(across) + resolution * bin(up);
}

/**
 * The archive after the candidates have competed for their cells (Mouret & Clune 2015, algorithm 1). The fitter one gets the
 * cell; at equal fitness the elite already there keeps it, and between candidates the lexicographically smaller genome wins,
 * so the result does not depend on the order of the candidates. Candidates with a NaN fitness (failed) or descriptor are
 * ignored.
 */
export function withCandidates(archive: Archive, candidates: readonly Candidate[], resolution: number): Archive {
  const cells = new Map(archive.map((elite) => [elite.cell, elite]));
  const newCells = new Set<number>();
  for (const candidate of candidates) {
    const { fitness, descriptor } = candidate;
    if (Number.isNaN(fitness) || descriptor.some(Number.isNaN)) continue;
    const cell = cellOf(descriptor, resolution);
    const elite = cells.get(cell);
    const winsTie = elite?.fitness === fitness && newCells.has(cell) && precedes(candidate.genome, elite.genome);
    if (elite !== undefined && !(fitness > elite.fitness) && !winsTie) continue;
    cells.set(cell, { cell, ...candidate });
    newCells.add(cell);
  }
  return [...cells.values()].sort((a, b) => a.cell - b.cell);
}

/** Lexicographic order: whether a is smaller than b at the first weight that differs. */
function precedes(a: Float32Array, b: Float32Array): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && a[i]! < b[i]!;
}

/** Share of the cells that are filled. */
export const coverage = (archive: Archive, resolution: number) => archive.length / (resolution * resolution);

/** QD score: sum over the elites of fitness - `lowest`, the lowest possible fitness (Pugh, Soros & Stanley 2016). */
export const qdScore = (archive: Archive, lowest: number) =>
  archive.reduce((sum, { fitness }) => sum + fitness - lowest, 0);

/** The elite of largest fitness; undefined for an empty archive. */
export function bestOf(archive: Archive): Elite | undefined {
  return archive.reduce<Elite | undefined>(
    (best, elite) => (best && best.fitness >= elite.fitness ? best : elite),
    undefined,
  );
}
