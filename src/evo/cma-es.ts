import { identity } from '../math/linalg.ts';
import { stream } from '../math/rng.ts';
import { cmaConstants } from './cma/constants.ts';
import { type Axes, axesOf, scaleAndRotate, updateCovariance, whiten } from './cma/covariance.ts';
import { afterRestart, bestMean, currentPopulationSize, emptyHistory, type RestartHistory } from './cma/restart.ts';
import { type CmaSearch, initialSearch, sortedSteps, updateSearch } from './cma/search.ts';
import { type CmaStopHistory, cmaStop, emptyStopHistory, extendStopHistory } from './cma/stop.ts';
import { type CmaEsSettings, cmaEsDescription } from './descriptions/cma-es.ts';
import { optimizer, type Stop } from './optimizer.ts';
import { bestFirst } from './shaping.ts';

const MAX_WEIGHTS = 1000;

/** Plain data. */
export interface CmaState extends CmaSearch {
  seed: number;
  generation: number;
  settings: CmaEsSettings;
  /** C, n x n. */
  covariance: Float64Array;
  /** B and D of the covariance in generation `axesSince`. */
  axes: Axes;
  axesSince: number;
  trail: CmaStopHistory;
  /** Where every search begins, after a restart too. */
  start: Float64Array;
  past: RestartHistory;
}

/**
 * Covariance matrix adaptation evolution strategy, with negative weights for the worse half.
 * Hansen 2016, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772, figure 6; rates as in pycma 4.4.0.
 * Decomposes the covariance only once in `gap` generations. O(n^2) per genome: throws a RangeError above 1000 weights.
 */
export const cmaEs = optimizer<CmaState, typeof cmaEsDescription.settings>({
  ...cmaEsDescription,

  init(dimension, settings, seed, start) {
    if (dimension > MAX_WEIGHTS)
      throw new RangeError(`CMA-ES takes ${MAX_WEIGHTS} weights at most, not ${dimension}: choose SNES`);
    const from = Float64Array.from(start ?? new Float64Array(dimension));
    const distribution = initialDistribution(from, settings.sigma);
    return { seed, generation: 0, settings, start: from, past: emptyHistory, ...distribution };
  },

  ask(state) {
    const { mean, sigma, axes, settings, past } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: currentPopulationSize(settings.populationSize, past) }, () => {
      const y = scaleAndRotate(axes, rng.normals(mean.length)); // eq. 38-39
      const genome = new Float32Array(mean.length);
      for (let i = 0; i < genome.length; i++) genome[i] = mean[i]! + sigma * y[i]!; // eq. 40
      return genome;
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { axes } = state;
    const n = state.mean.length;
    const generation = state.generation + 1;
    const order = bestFirst(genomes, fitness);
    const c = cmaConstants(n, order.length, state.settings.active);
    const steps = sortedSteps(genomes, order, state);
    const { search, hSigma } = updateSearch(state, c, steps, (y) => whiten(axes, y), generation - state.past.since);
    const covariance = updateCovariance(state.covariance, axes, c, steps, search.pathC, hSigma);
    const isStale = generation - state.axesSince >= c.gap;
    const next: CmaState = {
      ...state,
      ...search,
      generation,
      covariance,
      axes: isStale ? axesOf(covariance, n) : axes,
      axesSince: isStale ? generation : state.axesSince,
      trail: extendStopHistory(state.trail, order, fitness, n),
    };
    return state.settings.restart === 'ipop' && Object.keys(stopOf(next)).length > 0 ? restarted(next) : next;
  },

  mean: ({ mean, trail, past }) => Float32Array.from(bestMean(mean, trail, past)),

  faultOf: ({ past: { kept }, mean }) =>
    kept === null || (isVector(kept.mean, mean.length) && typeof kept.level === 'number')
      ? ''
      : 'past.kept is not the end of a search',

  stop: stopOf,

  stats({ sigma, covariance, mean, generation }) {
    let trace = 0;
    for (let i = 0; i < mean.length; i++) trace += covariance[i * mean.length + i]!;
    return { stepSize: sigma * Math.sqrt(trace / mean.length), generation };
  },

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** The distribution at the beginning of a search. */
function initialDistribution(start: Float64Array, sigma: number) {
  const n = start.length;
  return {
    ...initialSearch(start, sigma),
    covariance: identity(n),
    axes: { basis: identity(n), scales: new Float64Array(n).fill(1) },
    axesSince: 0,
    trail: emptyStopHistory,
  };
}

/** IPOP: Auger & Hansen 2005, A Restart CMA Evolution Strategy With Increasing Population Size. */
function restarted({ mean, trail, past, ...state }: CmaState): CmaState {
  const { generation, start, settings } = state;
  const distribution = initialDistribution(start, settings.sigma);
  return { ...state, ...distribution, axesSince: generation, past: afterRestart(mean, trail, past, generation) };
}

const isVector = (value: unknown, length: number) => value instanceof Float64Array && value.length === length;

function stopOf({ mean, sigma, covariance, axes: { scales }, settings, trail }: CmaState): Stop {
  return cmaStop({
    mean,
    deviations: mean.map((_, i) => sigma * Math.sqrt(covariance[i * mean.length + i]!)),
    initialSigma: settings.sigma,
    axisRatio: scales[scales.length - 1]! / scales[0]!,
    history: trail,
  });
}
