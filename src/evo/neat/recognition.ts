import { createHash } from '../../math/hash.ts';
import { type Genes, genesOf, phenotype } from './genes.ts';
import type { Innovations } from './innovations.ts';

/** One told of, with the genes it grew from. */
export interface Recognised {
  genes: Genes;
  fitness: number;
}

/**
 * Who the told genomes are: those of `children` by their content, wherever they stand, so that the order of telling cannot
 * matter; strangers get genes of their own, after the children. Throws a RangeError with the fault of a genome that is no net.
 */
export function recognised(
  children: readonly Genes[],
  genomes: readonly ArrayLike<number>[],
  fitness: ArrayLike<number>,
  innovations: Innovations,
): Recognised[] {
  const told = new Map<string, { genome: ArrayLike<number>; fitnesses: number[] }>();
  for (const [k, genome] of genomes.entries()) {
    const key = contentOf(genome);
    const same = told.get(key) ?? { genome, fitnesses: [] };
    same.fitnesses.push(fitness[k] as number);
    told.set(key, same);
  }
  for (const { fitnesses } of told.values()) fitnesses.sort(failedFirst);
  const known = children.flatMap((genes): Recognised[] => {
    const found = told.get(contentOf(phenotype(genes)))?.fitnesses.pop();
    return found === undefined ? [] : [{ genes, fitness: found }];
  });
  const strangers = [...told]
    .filter(([, { fitnesses }]) => fitnesses.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { genome, fitnesses }]) => {
      const genes = genesOf(genome, innovations.connection);
      return fitnesses.map((fitness) => ({ genes, fitness }));
    });
  return [...known, ...strangers];
}

const failedFirst = (a: number, b: number) => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b);

function contentOf(genome: ArrayLike<number>): string {
  const hash = createHash();
  hash.addAll(genome);
  return hash.digest();
}
