import type { Genome } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { median } from '../math/stats.ts';

/** Euclidean distance of two genomes. */
function distanceOf(a: Genome, b: Genome): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return Math.sqrt(sum);
}

/**
 * Migrants as the optimizer can use them. One that breeds takes them as they are. A search distribution would be torn apart by a
 * genome far outside of it, so they are moved towards its mean until they are as far from it as its own genomes: Hansen 2011,
 * Injecting external solutions into CMA-ES (arXiv:1110.4181), section 3, with the median distance as the limit.
 */
export function within(
  { stepSetting }: Pick<Optimizer, 'stepSetting'>,
  genomes: readonly Genome[],
  mean: Genome,
  migrants: readonly Genome[],
): Genome[] {
  if (stepSetting === 'mutation' || migrants.length === 0) return [...migrants];
  const limit = median(genomes.map((genome) => distanceOf(genome, mean)));
  return migrants.map((migrant) => {
    const share = Math.min(1, limit / distanceOf(migrant, mean));
    // The migrant may be the mean itself.
    return Number.isNaN(share) ? migrant : migrant.map((weight, i) => mean[i]! + share * (weight - mean[i]!));
  });
}
