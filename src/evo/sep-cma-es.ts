import { drawSample } from '../math/gaussian-sample.ts';
import { stream } from '../math/rng.ts';
import { mean as average } from '../math/stats.ts';
import { cmaConstants, separableRates } from './cma/constants.ts';
import { type CmaSearch, decayFactor, initialSearch, rankMuWeight, sortedSteps, updateSearch } from './cma/search.ts';
import { type CmaStopHistory, cmaStop, emptyStopHistory, extendStopHistory } from './cma/stop.ts';
import { type SepCmaEsSettings, sepCmaEsDescription } from './descriptions/sep-cma-es.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst } from './shaping.ts';
import { squaredNorm } from './vector.ts';

/** Plain data. */
export interface SepCmaState extends CmaSearch {
  seed: number;
  generation: number;
  settings: SepCmaEsSettings;
  /** The diagonal of C; its other entries are 0. */
  variances: Float64Array;
  trail: CmaStopHistory;
}

/**
 * CMA-ES with a diagonal covariance: one variance for each weight, learned up to n times as fast as a full covariance.
 * Ros & Hansen 2008, A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity. Equation numbers are those of
 * Hansen 2016 (arXiv:1604.00772); rates as in pycma 4.4.0.
 */
export const sepCmaEs = optimizer<SepCmaState, typeof sepCmaEsDescription.settings>({
  ...sepCmaEsDescription,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    ...initialSearch(start ?? new Float64Array(dimension), settings.sigma),
    variances: new Float64Array(dimension).fill(1),
    trail: emptyStopHistory,
  }),

  ask(state) {
    const rng = stream(state.seed, 'ask', state.generation);
    const deviations = deviationsOf(state);
    const distribution = { mean: state.mean, deviations, isMirrored: false };
    const sample = drawSample(distribution, state.settings.populationSize, rng); // eq. 38-40
    return { genomes: sample.vectors, sample, state };
  },

  tell(state, genomes, fitness) {
    const n = state.mean.length;
    const generation = state.generation + 1;
    const order = bestFirst(genomes, fitness);
    const c = cmaConstants(n, order.length, state.settings.active, separableRates);
    const steps = sortedSteps(genomes, order, state);
    const scales = state.variances.map(Math.sqrt);
    const whiten = (y: Float64Array) => y.map((value, i) => value / scales[i]!); // C^-1/2 y
    const { search, hSigma } = updateSearch(state, c, steps, whiten, generation);

    const factor = decayFactor(c, hSigma);
    const variances = state.variances.map((variance, i) => {
      const p = search.pathC[i]!;
      return factor * variance + c.c1 * (p * p); // eq. 47, rank one
    });
    for (const [rank, y] of steps.entries()) {
      const weight = rankMuWeight(c, rank, n, () => Math.sqrt(squaredNorm(whiten(y))));
      for (let i = 0; i < n; i++) variances[i]! += weight * (y[i]! * y[i]!); // eq. 47, rank mu
    }
    return { ...state, ...search, generation, variances, trail: extendStopHistory(state.trail, order, fitness, n) };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop(state) {
    const deviations = deviationsOf(state);
    const longest = deviations.reduce((a, b) => Math.max(a, b), 0);
    const shortest = deviations.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const { mean, settings, trail } = state;
    const axisRatio = longest / shortest;
    return cmaStop({ mean, deviations, initialSigma: settings.sigma, axisRatio, history: trail });
  },

  stats: ({ sigma, variances, generation }) => ({ stepSize: sigma * Math.sqrt(average(variances)), generation }),

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

function deviationsOf({ sigma, variances }: SepCmaState): Float64Array {
  return variances.map((variance) => sigma * Math.sqrt(variance));
}
