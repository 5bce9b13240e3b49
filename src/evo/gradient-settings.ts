import { choice, number } from '../schema/field.ts';
import { type Shaping, shapings } from './shaping.ts';

// Settings that the searches which follow a gradient have in common.

/** Deviation of the genomes around a centre that feels for the slope. */
export const reach = (usual: number) =>
  number({
    default: usual,
    min: 1e-6,
    max: 10,
    title: 'Reach',
    effect: 'How far from the centre genomes are tried; further sees over dents, nearer feels the slope more exactly.',
    level: 'basic',
  });

/** The rate of the step rule. */
export const learningRate = (usual: number) =>
  number({
    default: usual,
    min: 0,
    max: 10,
    title: 'Pace',
    effect: 'How far the centre moves in a generation; faster learns sooner and trembles more.',
    level: 'basic',
  });

export const shaping = (usual: Shaping) =>
  choice({
    default: usual,
    options: shapings,
    title: 'Shaping',
    effect: 'Whether the slope is that of fitness itself, of its deviations from the mean, or only of who did better.',
  });

/** How a gradient becomes a step; `sgd` is left out where no rate of it would be right. */
export const stepRule = <const T extends readonly ('sgd' | 'adam' | 'clipup')[]>(
  usual: NoInfer<T[number]>,
  options: T,
) =>
  choice({
    default: usual,
    options,
    title: 'Step rule',
    effect: 'Steps as long as the slope is steep (sgd), evened out for each weight (adam), or with a run-up (clipup).',
    fixed: true,
  });
