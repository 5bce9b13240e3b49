import { ars } from './ars.ts';
import { cmaEs } from './cma-es.ts';
import { genetic } from './genetic.ts';
import { mapElites } from './map-elites.ts';
import { neat } from './neat.ts';
import { openaiEs } from './openai-es.ts';
import type { Optimizer } from './optimizer.ts';
import type { optimizerDescriptions } from './optimizer-descriptions.ts';
import { pgpe } from './pgpe.ts';
import { sepCmaEs } from './sep-cma-es.ts';
import { snes } from './snes.ts';
import { xnes } from './xnes.ts';

/** All optimizers, by name. */
export const optimizers = {
  snes,
  xnes,
  'cma-es': cmaEs,
  'sep-cma-es': sepCmaEs,
  'openai-es': openaiEs,
  pgpe,
  ars,
  genetic,
  neat,
  'map-elites': mapElites,
} as const satisfies Record<keyof typeof optimizerDescriptions, Optimizer>;
