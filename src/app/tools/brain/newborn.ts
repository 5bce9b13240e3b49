import type { Genome } from '../../../creature/genome.ts';
import type { Optimizer } from '../../../evo/optimizer.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { inForce } from '../../../run/amend.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { beginning } from '../../../run/run.ts';
import { pick } from '../../../schema/catalogue.ts';

/** The first genome that a run ever tries: what a brain is like before anything was learnt. */
export function newbornOf(experiment: Experiment): Genome {
  const { name, ...settings } = inForce(experiment, 0).optimizer;
  const optimizer = pick<Optimizer>(optimizers, name, 'optimizer');
  const { genomes } = optimizer.ask(optimizer.amend(beginning(experiment).optimizer, settings));
  return genomes[0] as Genome;
}
