import { arsDescription } from './descriptions/ars.ts';
import { cmaEsDescription } from './descriptions/cma-es.ts';
import { geneticDescription } from './descriptions/genetic.ts';
import { mapElitesDescription } from './descriptions/map-elites.ts';
import { neatDescription } from './descriptions/neat.ts';
import { openaiEsDescription } from './descriptions/openai-es.ts';
import { pgpeDescription } from './descriptions/pgpe.ts';
import { sepCmaEsDescription } from './descriptions/sep-cma-es.ts';
import { snesDescription } from './descriptions/snes.ts';
import { xnesDescription } from './descriptions/xnes.ts';
import type { OptimizerDescription } from './optimizer.ts';

/** The descriptions of all optimizers, by name. Code that does not run a search imports these, without the algorithms. */
export const optimizerDescriptions = {
  snes: snesDescription,
  xnes: xnesDescription,
  'cma-es': cmaEsDescription,
  'sep-cma-es': sepCmaEsDescription,
  'openai-es': openaiEsDescription,
  pgpe: pgpeDescription,
  ars: arsDescription,
  genetic: geneticDescription,
  neat: neatDescription,
  'map-elites': mapElitesDescription,
} as const satisfies Record<string, OptimizerDescription>;
