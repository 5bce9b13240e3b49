import { drawn, type Rng } from '../../math/rng.ts';
import { crossover } from './crossover.ts';
import type { Genes } from './genes.ts';
import type { Innovations } from './innovations.ts';
import { mutate } from './mutation.ts';
import type { NeatSettings } from './settings.ts';
import type { Member, Species } from './species.ts';

/** So many of the best species do not die of standstill. */
const SPARED = 2;

/** The next population: elites unchanged, all others children of the best of their species. */
export function offspring(
  species: readonly Species[],
  generation: number,
  settings: NeatSettings,
  innovations: Innovations,
  rng: Rng,
): Genes[] {
  const alive = surviving(species, generation, settings.patience);
  const pools = alive.map(({ members }) => members.slice(0, Math.ceil(settings.survival * members.length)));
  const counts = shares(
    alive.map(({ members }) => sharedFitness(members)),
    settings.populationSize,
  );
  return alive.flatMap(({ members }, s) => {
    const pool = pools[s] as Member[];
    // The best of all lives on, however few are like it: `alive` begins with its species.
    const eliteCount = s === 0 || members.length >= settings.eliteSize ? 1 : 0;
    return Array.from({ length: counts[s] as number }, (_, k) => {
      if (k < eliteCount) return (members[k] as Member).genes;
      const child = conceived(pool, pools, settings, rng);
      return mutate(child, settings, innovations, rng);
    });
  });
}

/** Species by their best member, without those that stood still too long. */
function surviving(species: readonly Species[], generation: number, patience: number): Species[] {
  const score = ({ members }: Species) => (members[0] as Member).score;
  return species
    .toSorted((a, b) => score(b) - score(a))
    .filter(({ improved }, place) => place < SPARED || generation - improved <= patience);
}

/** Mean score: what each earns is shared with all of its kind (Stanley & Miikkulainen 2002, eq. 2). */
const sharedFitness = (members: readonly Member[]) =>
  members.reduce((sum, { score }) => sum + score, 0) / members.length;

/** `total` split in whole numbers in proportion to the parts, the first of which gets one at least; largest remainders first. */
export function shares(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  const exact = parts.map((part) => (part / sum) * total);
  const counts = exact.map(Math.floor);
  const remainder = (i: number) => (exact[i] as number) - (counts[i] as number);
  const order = parts.map((_, i) => i).sort((i, j) => remainder(j) - remainder(i) || i - j);
  const left = total - counts.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, left)) counts[i] = (counts[i] as number) + 1;
  if (counts[0] === 0) {
    const richest = counts.indexOf(counts.reduce((a, b) => Math.max(a, b)));
    counts[0] = 1;
    counts[richest] = (counts[richest] as number) - 1;
  }
  return counts;
}

function conceived(pool: readonly Member[], pools: readonly Member[][], settings: NeatSettings, rng: Rng): Genes {
  const mother = drawn(pool, rng);
  if (rng.next() >= settings.crossover) return mother.genes;
  const father = drawn(rng.next() < settings.outbreeding ? drawn(pools, rng) : pool, rng);
  return mother.score >= father.score
    ? crossover(mother.genes, father.genes, rng)
    : crossover(father.genes, mother.genes, rng);
}
