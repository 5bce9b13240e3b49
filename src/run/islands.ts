import type { Genome } from '../creature/genome.ts';
import { createHash } from '../math/hash.ts';
import { seedOf } from '../math/rng.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment } from './experiment-schema.ts';
import { type Generation, type RunState, runGeneration } from './run.ts';

/** Populations of one experiment that exchange champions. */
export interface IslandSettings {
  /** Number of populations. */
  count: number;
  /** Generations between two migrations. */
  migrateEvery: number;
}

export const MAX_ISLANDS = 64;

/** The experiment of each island: the first has the given seed, the others have seeds derived from it. */
export function islandsOf(experiment: Experiment, count: number): Experiment[] {
  return Array.from({ length: count }, (_, island) =>
    island === 0 ? experiment : { ...experiment, seed: seedOf(experiment.seed, 'island', island) },
  );
}

/** An island between two generations. */
export interface Island {
  state: RunState;
  /** Champion of the last generation; undefined if there was none. */
  champion: Genome | undefined;
}

/**
 * Runs all islands generation by generation, at the same time; yields the generations of all, in order. Every `migrateEvery`
 * generations each island takes over the last champion of the island before it, the first that of the last: it is evaluated and
 * told beside its own genomes. From states it resumes to the same bits. It never ends by itself.
 */
export async function* runIslands(
  from: readonly Island[],
  { migrateEvery }: Pick<IslandSettings, 'migrateEvery'>,
  evaluator: Evaluator,
): AsyncGenerator<Generation[], never, void> {
  let islands = from;
  for (;;) {
    const before = islands;
    const generations = await Promise.all(
      before.map(({ state }, i) => {
        const isDue = before.length > 1 && state.generation > 0 && state.generation % migrateEvery === 0;
        const migrant = isDue ? before.at(i - 1)?.champion : undefined;
        return runGeneration(state, evaluator, false, migrant ? [migrant] : []);
      }),
    );
    islands = generations.map(({ state, champion }) => ({ state, champion: champion?.genome }));
    yield generations;
  }
}

/** Hash of the histories of all islands, 16 hexadecimal digits. */
export function islandsHash(historyHashes: readonly string[]): string {
  const hash = createHash();
  for (const each of historyHashes) {
    for (const half of [each.slice(0, 8), each.slice(8)]) hash.add(Number.parseInt(half, 16));
  }
  return hash.digest();
}
