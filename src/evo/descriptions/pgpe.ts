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
    title: 'Top speed',
    unit: 'first radii',
    effect:
      'How far the centre may go in a generation, in radii of the first cloud; faster learns sooner and trembles more.',
    level: 'basic',
  }),
  sigmaRate: number({
    default: 0.1,
    min: 0,
    max: 1,
    title: 'Pace of the step',
    effect: 'How fast the step of each weight adapts; 0 keeps it.',
  }),
  shaping: shaping('centred-ranks'),
  stepRule: stepRule('clipup', ['adam', 'clipup']),
});

export type PgpeSettings = v.InferOutput<typeof settings>;

export const pgpeDescription = describeOptimizer({
  name: 'pgpe',
  title: 'PGPE',
  about:
    'One brain that climbs with a run-up, at a speed of its own. Steady, and easy to tune; likes large populations.',
  settings,
  stepSetting: 'sigma',
});
