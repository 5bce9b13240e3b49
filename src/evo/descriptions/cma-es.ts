import * as v from 'valibot';
import { activeWeights } from '../cma/constants.ts';
import { restartRule } from '../cma/restart.ts';
import { initialSigma } from '../initial-sigma.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: initialSigma,
  active: activeWeights,
  restart: restartRule,
});

export type CmaEsSettings = v.InferOutput<typeof settings>;

export const cmaEsDescription = describeOptimizer({
  name: 'cma-es',
  title: 'CMA-ES',
  about:
    'A distribution that learns which weights should change together. The most reliable for small brains; slow beyond 300 weights.',
  settings,
  stepSetting: 'sigma',
});
