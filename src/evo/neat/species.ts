import { drawn, type Rng } from '../../math/rng.ts';
import { distance } from './distance.ts';
import type { Genes } from './genes.ts';

/** One individual that has lived. */
export interface Member {
  genes: Genes;
  /** What its place among all is worth, (0, 1], the best 1: fitness by rank, which any scale and noise leaves in order. */
  score: number;
}

/** Individuals alike, who compete among themselves: plain data. */
export interface Species {
  id: number;
  /** Whom newcomers are compared with: one of the latest members, by chance. */
  representative: Genes;
  /** Best first, one at least. */
  members: Member[];
  /** Best fitness that any member ever had; null while all failed. */
  best: number | null;
  /** The generation told when that rose last. */
  improved: number;
}

/** One who has just lived: a member with its fitness; NaN for failed. */
export interface Tested extends Member {
  fitness: number;
}

/**
 * The population sorted into species (Stanley & Miikkulainen 2002, section 3.3): each goes to the first whose representative
 * is nearer than the threshold, or founds one. Species that nobody goes to end. `tested` is best first.
 */
export function speciated(
  before: readonly Species[],
  tested: readonly Tested[],
  { threshold, generation, nextId, rng }: { threshold: number; generation: number; nextId: number; rng: Rng },
): Species[] {
  const groups = before.map((species) => ({ species, founder: species.representative, all: [] as Tested[] }));
  for (const one of tested) {
    const home = groups.find(({ founder }) => distance(founder, one.genes) < threshold);
    if (home) home.all.push(one);
    else {
      const id = nextId + groups.length - before.length;
      const species = { id, representative: one.genes, members: [], best: null, improved: generation };
      groups.push({ species, founder: one.genes, all: [one] });
    }
  }
  return groups
    .filter(({ all }) => all.length > 0)
    .map(({ species, all }) => {
      const { fitness } = all[0] as Tested;
      const better = Number.isFinite(fitness) && (species.best === null || fitness > species.best);
      return {
        id: species.id,
        representative: drawn(all, rng).genes,
        members: all.map(({ genes, score }) => ({ genes, score })),
        best: better ? fitness : species.best,
        improved: better ? generation : species.improved,
      };
    });
}

/** Wider when there are too many species, narrower when there are too few: by the fourth root of how many times. */
export function adaptedThreshold(threshold: number, speciesCount: number, aim: number): number {
  const factor = Math.sqrt(Math.sqrt(speciesCount / aim));
  return Math.max(1e-6, Math.min(1e6, threshold * factor));
}
