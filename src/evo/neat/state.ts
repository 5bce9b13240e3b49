import type { Genes } from './genes.ts';
import type { Counters } from './innovations.ts';
import type { NeatSettings } from './settings.ts';
import type { Species } from './species.ts';

/** Plain data. */
export interface NeatState {
  seed: number;
  generation: number;
  settings: NeatSettings;
  /** The common ancestor of all individuals. */
  origin: Genes;
  /** The latest evaluated population; empty before the first tell. */
  species: Species[];
  /** The best individual of the latest generation. */
  champion: Genes;
  /** Compatibility threshold: individuals further apart belong to different species. */
  threshold: number;
  nextSpecies: number;
  counters: Counters;
}
