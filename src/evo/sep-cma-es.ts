import * as v from 'valibot';
import { stream } from '../math/rng.ts';
import { mean } from '../math/stats.ts';
import { active, cmaConstants, separableRates } from './cma/constants.ts';
import { advanced, type CmaSearch, cmaSearch, kept, learned, stepsTo } from './cma/search.ts';
import { type CmaStopHistory, cmaStop, emptyTrail, extended } from './cma/stop.ts';
import { firstStep } from './first-step-field.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { sampleGaussian } from './sampling.ts';
import { bestFirst } from './shaping.ts';

const settings = v.strictObject({ populationSize: populationSize(32), sigma: firstStep, active });

/** Plain data. */
export interface SepCmaState extends CmaSearch {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  /** The diagonal of C; all beside it counts as 0. */
  variances: Float64Array;
  trail: CmaStopHistory;
}

/**
 * CMA-ES with a diagonal covariance: a variance for each weight, learned n times as fast as a whole covariance could be.
 * Ros & Hansen 2008, A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity; rates as in pycma 4.4.0.
 */
export const sepCmaEs = optimizer<SepCmaState, typeof settings>({
  name: 'sep-cma-es',
  title: 'Separable CMA-ES',
  about: 'CMA-ES that learns for each weight how far to reach, not which go together. Quick with thousands of weights.',
  settings,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    ...cmaSearch(start ?? new Float64Array(dimension), settings.sigma),
    variances: new Float64Array(dimension).fill(1),
    trail: emptyTrail,
  }),

  ask(state) {
    const rng = stream(state.seed, 'ask', state.generation);
    const deviations = deviationsOf(state);
    const genomes = Array.from({ length: state.settings.populationSize }, () =>
      sampleGaussian(state.mean, deviations, rng),
    );
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const n = state.mean.length;
    const generation = state.generation + 1;
    const places = bestFirst(genomes, fitness);
    const c = cmaConstants(n, places.length, state.settings.active, separableRates);
    const steps = stepsTo(genomes, places, state);
    const scales = state.variances.map(Math.sqrt);
    const whiten = (y: Float64Array) => y.map((value, i) => value / (scales[i] as number));
    const { search, h } = advanced(state, c, steps, whiten, generation);

    const factor = kept(c, h);
    const variances = state.variances.map((variance, i) => {
      const p = search.pathC[i] as number;
      return factor * variance + c.c1 * (p * p);
    });
    for (const [place, y] of steps.entries()) {
      const weight = learned(c, place, n, () => whitenedLength(y, scales));
      for (let i = 0; i < n; i++)
        variances[i] = (variances[i] as number) + weight * ((y[i] as number) * (y[i] as number));
    }
    return { ...state, ...search, generation, variances, trail: extended(state.trail, places, fitness, n) };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop(state) {
    const deviations = deviationsOf(state);
    const longest = deviations.reduce((a, b) => Math.max(a, b), 0);
    const shortest = deviations.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const { mean, settings, trail } = state;
    return cmaStop({ mean, deviations, firstSigma: settings.sigma, axisRatio: longest / shortest, trail });
  },

  stats: ({ sigma, variances, generation }) => ({ stepSize: sigma * Math.sqrt(mean(variances)), generation }),

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

function deviationsOf({ sigma, variances }: SepCmaState): Float64Array {
  return variances.map((variance) => sigma * Math.sqrt(variance));
}

/** |C^-1/2 y|. */
function whitenedLength(y: Float64Array, scales: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const z = (y[i] as number) / (scales[i] as number);
    sum += z * z;
  }
  return Math.sqrt(sum);
}
