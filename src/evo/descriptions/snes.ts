import * as v from 'valibot';
import { number } from '../../schema/field.ts';
import { meanRate } from '../nes-settings.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(24),
  sigma: number({
    default: 0.1,
    min: 1e-6,
    max: 10,
    title: 'Step size',
    effect: 'How far the first generation spreads around its start. A later change scales the current step sizes.',
    level: 'basic',
  }),
  meanRate,
  sigmaRate: number({
    default: 1,
    min: 0,
    max: 10,
    title: 'Step size learning rate',
    effect: 'How fast the step size of each weight adapts, as a multiple of the default.',
  }),
});

export type SnesSettings = v.InferOutput<typeof settings>;

export const snesDescription = describeOptimizer({
  name: 'snes',
  title: 'SNES',
  about: 'A distribution around one brain, with its own step size for each weight. Fast and robust.',
  settings,
  stepSetting: 'sigma',
});
