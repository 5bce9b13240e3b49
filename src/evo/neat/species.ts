import { pickRandom, type Rng } from '../../math/rng.ts';
import { distance } from './distance.ts';
import type { Genes } from './genes.ts';

/** An evaluated individual of a species. */
export interface Member {
  genes: Genes;
  /** 1 - rank / population size, in (0, 1]: fitness by rank, independent of the scale of fitness. */
  score: number;
}

/** Similar individuals, which compete among themselves. Plain data. */
export interface Species {
  id: number;
  /** New individuals are compared with it: a random member of the latest generation. */
  representative: Genes;
  /** Best first; at least one. */
  members: Member[];
  /** Best fitness that any member ever had; null while all failed. */
  best: number | null;
  /** The generation in which `best` last rose. */
  improved: number;
}

/** A member with its fitness; NaN when it failed. */
export interface EvaluatedMember extends Member {
  fitness: number;
}

/**
 * Sorts the population, given best first, into species (Stanley & Miikkulainen 2002, section 3.3): an individual joins the
 * first species whose representative is nearer than the threshold, or founds a new one. Species without members end.
 */
export function speciate(
  before: readonly Species[],
  population: readonly EvaluatedMember[],
  { threshold, generation, nextId, rng }: { threshold: number; generation: number; nextId: number; rng: Rng },
): Species[] {
  const groups = before.map((species) => ({ species, all: [] as EvaluatedMember[] }));
  for (const individual of population) {
    const group = groups.find(({ species }) => distance(species.representative, individual.genes) < threshold);
    if (group) group.all.push(individual);
    else {
      const id = nextId + groups.length - before.length;
      const species = { id, representative: individual.genes, members: [], best: null, improved: generation };
      groups.push({ species, all: [individual] });
    }
  }
  return groups
    .filter(({ all }) => all.length > 0)
    .map(({ species, all }) => {
      const { fitness } = all[0]!;
      const hasImproved = Number.isFinite(fitness) && (species.best === null || fitness > species.best);
      return {
        id: species.id,
        representative: pickRandom(all, rng).genes,
        members: all.map(({ genes, score }) => ({ genes, score })),
        best: hasImproved ? fitness : species.best,
        improved: hasImproved ? generation : species.improved,
      };
    });
}

/** Moves the threshold towards `target` species: multiplied by the fourth root of their ratio. */
export function adaptThreshold(threshold: number, speciesCount: number, target: number): number {
  const factor = Math.sqrt(Math.sqrt(speciesCount / target));
  return Math.max(1e-6, Math.min(1e6, threshold * factor));
}
