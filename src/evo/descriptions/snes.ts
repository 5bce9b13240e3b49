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
    title: 'Step',
    effect:
      'How far from the start the first generation spreads; changed later, what has become of it is scaled alike.',
    level: 'basic',
  }),
  meanRate,
  sigmaRate: number({
    default: 1,
    min: 0,
    max: 10,
    title: 'Pace of the step',
    effect: 'How fast the step of each weight adapts, as a multiple of the usual.',
  }),
});

export type SnesSettings = v.InferOutput<typeof settings>;

export const snesDescription = describeOptimizer({
  name: 'snes',
  title: 'SNES',
  about:
    'A cloud around one brain that drifts and learns for each weight how far to reach. Quick, and hard to mislead.',
  settings,
  stepSetting: 'sigma',
});
