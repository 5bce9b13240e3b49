import type { OptimizerDescription } from '../evo/optimizer.ts';
import { optimizerDescriptions } from '../evo/optimizer-descriptions.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Experiment } from './experiment-schema.ts';

/** The path of the setting that holds the optimizer's step size, such as `optimizer.sigma`. */
export function stepPath({ optimizer }: Experiment): `optimizer.${OptimizerDescription['stepSetting']}` {
  return `optimizer.${lookup<OptimizerDescription>(optimizerDescriptions, optimizer.name, 'optimizer').stepSetting}`;
}
