import type { Genes } from './genes.ts';
import type { Counters } from './innovations.ts';
import type { NeatSettings } from './settings.ts';
import type { Species } from './species.ts';

/** Plain data. */
export interface NeatState {
  seed: number;
  generation: number;
  settings: NeatSettings;
  /** What all descend from. */
  origin: Genes;
  /** Who lived last, by kind; none before the first tell. */
  species: Species[];
  /** The best of those who lived last. */
  champion: Genes;
  /** Distance beyond which two are of different species. */
  threshold: number;
  nextSpecies: number;
  counters: Counters;
}
