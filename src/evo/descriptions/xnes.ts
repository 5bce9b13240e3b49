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
    title: 'Pace of the cloud',
    effect: 'How fast the size and shape of the cloud adapt, as a multiple of the usual.',
  }),
});

export type XnesSettings = v.InferOutput<typeof settings>;

export const xnesDescription = describeOptimizer({
  name: 'xnes',
  title: 'xNES',
  about: 'SNES that also learns which weights must change together. Sound and slow: for a few dozen weights.',
  settings,
  stepSetting: 'sigma',
});
