import type { Genome } from '../../../creature/genome.ts';
import type { Optimizer } from '../../../evo/optimizer.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { effectiveAt } from '../../../run/amend.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { initialState } from '../../../run/run.ts';
import { lookup } from '../../../schema/catalogue.ts';

/** The first genome that a run evaluates: a brain before any learning. */
export function untrainedGenome(experiment: Experiment): Genome {
  const { name, ...settings } = effectiveAt(experiment, 0).optimizer;
  const optimizer = lookup<Optimizer>(optimizers, name, 'optimizer');
  const { genomes } = optimizer.ask(optimizer.amend(initialState(experiment).optimizer, settings));
  return genomes[0]!;
}
