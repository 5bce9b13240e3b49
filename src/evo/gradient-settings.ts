import { choice, number } from '../schema/field.ts';
import { type Shaping, shapings } from './shaping.ts';

// Settings shared by the optimizers that estimate a gradient.

/** The setting `sigma` of an optimizer that does not adapt it. */
export const fixedSigma = (defaultValue: number) =>
  number({
    default: defaultValue,
    min: 1e-6,
    max: 10,
    title: 'Sampling spread',
    effect:
      'How far from the mean genomes are sampled; more smooths out small bumps, less measures the gradient more precisely.',
    level: 'basic',
  });

/** The learning rate of the step rule. */
export const learningRate = (defaultValue: number) =>
  number({
    default: defaultValue,
    min: 0,
    max: 10,
    title: 'Learning rate',
    effect: 'How far the mean moves in a generation; more learns faster but is noisier.',
    level: 'basic',
  });

export const shaping = (defaultValue: Shaping) =>
  choice({
    default: defaultValue,
    options: shapings,
    title: 'Shaping',
    effect: 'Which values the gradient uses: fitness itself, its deviations from the mean, or only ranks.',
  });

/** How a gradient becomes a step. Optimizers whose gradient has no natural scale leave out `sgd`. */
export const stepRule = <const T extends readonly ('sgd' | 'adam' | 'clipup')[]>(
  defaultValue: NoInfer<T[number]>,
  options: T,
) =>
  choice({
    default: defaultValue,
    options,
    title: 'Step rule',
    effect:
      'Steps proportional to the gradient (sgd), scaled for each weight (adam), or with momentum and a speed limit (clipup).',
    fixed: true,
  });
