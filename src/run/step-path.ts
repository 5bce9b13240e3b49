import type { Optimizer } from '../evo/optimizer.ts';
import { optimizers } from '../evo/optimizers.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Experiment } from './experiment-schema.ts';

/** The path of the setting that holds the optimizer's step size, such as `optimizer.sigma`. */
export function stepPath({ optimizer }: Experiment): `optimizer.${Optimizer['stepSetting']}` {
  return `optimizer.${lookup<Optimizer>(optimizers, optimizer.name, 'optimizer').stepSetting}`;
}
