import * as v from 'valibot';
import { number } from '../../schema/field.ts';
import { shaping, stepRule } from '../gradient-settings.ts';
import { initialSigma } from '../initial-sigma.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: initialSigma,
  topSpeed: number({
    default: 0.067,
    min: 0,
    max: 10,
    title: 'Maximum speed',
    unit: 'first radii',
    effect:
      'How far the mean may move in a generation, in radii of the first distribution; more learns faster but is noisier.',
    level: 'basic',
  }),
  sigmaRate: number({
    default: 0.1,
    min: 0,
    max: 1,
    title: 'Step size learning rate',
    effect: 'How fast the step size of each weight adapts; 0 keeps it constant.',
  }),
  shaping: shaping('centred-ranks'),
  stepRule: stepRule('clipup', ['adam', 'clipup']),
});

export type PgpeSettings = v.InferOutput<typeof settings>;

export const pgpeDescription = describeOptimizer({
  name: 'pgpe',
  title: 'PGPE',
  about:
    'One brain that follows the estimated gradient with momentum and a speed limit. Steady and easy to tune; best with large populations.',
  settings,
  stepSetting: 'sigma',
});
