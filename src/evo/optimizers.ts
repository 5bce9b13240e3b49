import { cmaEs } from './cma-es.ts';
import { genetic } from './genetic.ts';
import { mapElites } from './map-elites.ts';
import { neat } from './neat.ts';
import type { Optimizer } from './optimizer.ts';
import { snes } from './snes.ts';

/** The optimizers on offer, by name. */
export const optimizers = { snes, 'cma-es': cmaEs, genetic, neat, 'map-elites': mapElites } as const satisfies Record<
  string,
  Optimizer
>;
