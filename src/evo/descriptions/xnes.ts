import * as v from 'valibot';
import { number } from '../../schema/field.ts';
import { initialSigma } from '../initial-sigma.ts';
import { meanRate } from '../nes-settings.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(24),
  sigma: initialSigma,
  meanRate,
  shapeRate: number({
    default: 1,
    min: 0,
    max: 10,
    title: 'Covariance learning rate',
    effect: 'How fast the size and shape of the distribution adapt, as a multiple of the default.',
  }),
});

export type XnesSettings = v.InferOutput<typeof settings>;

export const xnesDescription = describeOptimizer({
  name: 'xnes',
  title: 'xNES',
  about: 'SNES that also learns which weights should change together. Precise but slow: for a few dozen weights.',
  settings,
  stepSetting: 'sigma',
});
