import * as v from 'valibot';
import { integer } from '../../schema/field.ts';
import { fixedSigma, learningRate, shaping, stepRule } from '../gradient-settings.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: fixedSigma(0.03),
  rate: learningRate(0.02),
  topCount: integer({
    default: 8,
    min: 1,
    max: 2048,
    title: 'Directions kept',
    unit: 'pairs',
    effect: 'How many of the best directions are used; fewer select more strongly, more are more reliable.',
  }),
  shaping: shaping('z-scores'),
  stepRule: stepRule('sgd', ['sgd', 'adam', 'clipup']),
});

export type ArsSettings = v.InferOutput<typeof settings>;

export const arsDescription = describeOptimizer({
  name: 'ars',
  title: 'ARS',
  about:
    'One brain that moves towards what worked best near it. Made for linear brains; it uses fitness values, not ranks.',
  settings,
  stepSetting: 'sigma',
  usesFitnessValues: true,
});
