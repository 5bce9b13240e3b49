import * as v from 'valibot';
import { activeWeights } from '../cma/constants.ts';
import { initialSigma } from '../initial-sigma.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({ populationSize: populationSize(32), sigma: initialSigma, active: activeWeights });

export type SepCmaEsSettings = v.InferOutput<typeof settings>;

export const sepCmaEsDescription = describeOptimizer({
  name: 'sep-cma-es',
  title: 'Separable CMA-ES',
  about:
    'CMA-ES that adapts a step size for each weight, but not correlations between weights. Fast with thousands of weights.',
  settings,
  stepSetting: 'sigma',
});
