import { createHash } from '../../math/hash.ts';
import { type Genes, genesOf, phenotype } from './genes.ts';
import type { Innovations } from './innovations.ts';

/** The genes of a genome and the fitness it got. */
export interface EvaluatedGenes {
  genes: Genes;
  fitness: number;
}

/**
 * Finds the genes of the genomes given to `tell`. Genomes are compared by content, so their order does not matter. Those of
 * `children` come first, in the order of `children`; other genomes follow with newly made genes.
 * Throws a RangeError when a genome is not a valid net.
 */
export function matchGenes(
  children: readonly Genes[],
  genomes: readonly ArrayLike<number>[],
  fitness: ArrayLike<number>,
  innovations: Innovations,
): EvaluatedGenes[] {
  const byContent = new Map<string, { genome: ArrayLike<number>; fitnesses: number[] }>();
  for (const [k, genome] of genomes.entries()) {
    const key = hashOf(genome);
    const same = byContent.get(key) ?? { genome, fitnesses: [] };
    same.fitnesses.push(fitness[k]!);
    byContent.set(key, same);
  }
  for (const { fitnesses } of byContent.values()) fitnesses.sort(failedFirst);
  const known = children.flatMap((genes): EvaluatedGenes[] => {
    const found = byContent.get(hashOf(phenotype(genes)))?.fitnesses.pop();
    return found === undefined ? [] : [{ genes, fitness: found }];
  });
  const others = [...byContent]
    .filter(([, { fitnesses }]) => fitnesses.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { genome, fitnesses }]) => {
      const genes = genesOf(genome, innovations.connection);
      return fitnesses.map((fitness) => ({ genes, fitness }));
    });
  return [...known, ...others];
}

const failedFirst = (a: number, b: number) => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b);

function hashOf(genome: ArrayLike<number>): string {
  const hash = createHash();
  hash.addAll(genome);
  return hash.digest();
}
