import { pickRandom, type Rng } from '../../math/rng.ts';
import { crossoverGenes } from './crossover.ts';
import type { Genes } from './genes.ts';
import type { Innovations } from './innovations.ts';
import { mutateGenes } from './mutation.ts';
import type { NeatSettings } from './settings.ts';
import type { Member, Species } from './species.ts';

/** Number of best species that survive without progress. */
const PROTECTED = 2;

/** The next population: unchanged elites, and children of the best members of each species. */
export function offspring(
  species: readonly Species[],
  generation: number,
  settings: NeatSettings,
  innovations: Innovations,
  rng: Rng,
): Genes[] {
  const surviving = survivors(species, generation, settings.patience);
  const pools = surviving.map(({ members }) => members.slice(0, Math.ceil(settings.survival * members.length)));
  const counts = shares(
    surviving.map(({ members }) => sharedFitness(members)),
    settings.populationSize,
  );
  return surviving.flatMap(({ members }, s) => {
    const pool = pools[s]!;
    // The best individual of all is an elite whatever the size of its species, which is the first one.
    const eliteCount = s === 0 || members.length >= settings.eliteSize ? 1 : 0;
    return Array.from({ length: counts[s]! }, (_, k) => {
      if (k < eliteCount) return members[k]!.genes;
      return mutateGenes(breed(pool, pools, settings, rng), settings, innovations, rng);
    });
  });
}

/** Species sorted by their best member, without those that made no progress for more than `patience` generations. */
function survivors(species: readonly Species[], generation: number, patience: number): Species[] {
  const score = ({ members }: Species) => members[0]!.score;
  return species
    .toSorted((a, b) => score(b) - score(a))
    .filter(({ improved }, rank) => rank < PROTECTED || generation - improved <= patience);
}

/** Sum of the scores, each divided by the size of the species (Stanley & Miikkulainen 2002, eq. 2). */
const sharedFitness = (members: readonly Member[]) =>
  members.reduce((sum, { score }) => sum + score, 0) / members.length;

/**
 * Splits `total` into whole numbers proportional to `parts`, by the largest remainder method. The first gets at least one.
 */
export function shares(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  const exact = parts.map((part) => (part / sum) * total);
  const counts = exact.map(Math.floor);
  const remainder = (i: number) => exact[i]! - counts[i]!;
  const order = parts.map((_, i) => i).sort((i, j) => remainder(j) - remainder(i) || i - j);
  const left = total - counts.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, left)) counts[i]! += 1;
  if (counts[0] === 0) {
    const largest = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
    counts[0] = 1;
    counts[largest]! -= 1;
  }
  return counts;
}

/** A child of one parent from `pool`, or of two, the second perhaps from another species. */
function breed(pool: readonly Member[], pools: readonly Member[][], settings: NeatSettings, rng: Rng): Genes {
  const first = pickRandom(pool, rng);
  if (rng.next() >= settings.crossover) return first.genes;
  const second = pickRandom(rng.next() < settings.outbreeding ? pickRandom(pools, rng) : pool, rng);
  return first.score >= second.score
    ? crossoverGenes(first.genes, second.genes, rng)
    : crossoverGenes(second.genes, first.genes, rng);
}
