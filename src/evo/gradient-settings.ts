import { choice, number } from '../schema/field.ts';
import { type Shaping, shapings } from './shaping.ts';

// Settings shared by the optimizers that estimate a gradient.

/** The setting `sigma` of an optimizer that does not adapt it. */
export const fixedSigma = (defaultValue: number) =>
  number({
    default: defaultValue,
    min: 1e-6,
    max: 10,
    title: 'Reach',
    effect: 'How far from the centre genomes are tried; further sees over dents, nearer feels the slope more exactly.',
    level: 'basic',
  });

/** The learning rate of the step rule. */
export const learningRate = (defaultValue: number) =>
  number({
    default: defaultValue,
    min: 0,
    max: 10,
    title: 'Pace',
    effect: 'How far the centre moves in a generation; faster learns sooner and trembles more.',
    level: 'basic',
  });

export const shaping = (defaultValue: Shaping) =>
  choice({
    default: defaultValue,
    options: shapings,
    title: 'Shaping',
    effect: 'Whether the slope is that of fitness itself, of its deviations from the mean, or only of who did better.',
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
    effect: 'Steps as long as the slope is steep (sgd), evened out for each weight (adam), or with a run-up (clipup).',
    fixed: true,
  });
