import * as v from 'valibot';
import { identity } from '../math/linalg.ts';
import { stream } from '../math/rng.ts';
import { active, cmaConstants } from './cma/constants.ts';
import { type Axes, adapted, axesOf, shaped, whitened } from './cma/covariance.ts';
import { bestCentre, emptyHistory, followed, grown, type RestartHistory, restart } from './cma/restart.ts';
import { advanced, type CmaSearch, cmaSearch, stepsTo } from './cma/search.ts';
import { type CmaStopHistory, cmaStop, emptyTrail, extended } from './cma/stop.ts';
import { firstStep } from './first-step-field.ts';
import { optimizer, type Stop } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst } from './shaping.ts';

const MOST_WEIGHTS = 1000;

const settings = v.strictObject({ populationSize: populationSize(32), sigma: firstStep, active, restart });

/** Plain data. */
export interface CmaState extends CmaSearch {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  /** C, n x n. */
  covariance: Float64Array;
  /** The axes of C as it was at generation `axesSince`. */
  axes: Axes;
  axesSince: number;
  trail: CmaStopHistory;
  start: Float64Array;
  past: RestartHistory;
}

/**
 * Covariance matrix adaptation evolution strategy, with negative weights for the worse half.
 * Hansen 2016, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772, figure 6; rates as in pycma 4.4.0.
 * The axes are worked out anew only as often as C changes to speak of. O(n^2) a genome: throws a RangeError over 1000 weights.
 */
export const cmaEs = optimizer<CmaState, typeof settings>({
  name: 'cma-es',
  title: 'CMA-ES',
  about:
    'A cloud that learns which weights must change together. The surest for small brains, slow beyond 300 weights.',
  settings,

  init(dimension, settings, seed, start) {
    if (dimension > MOST_WEIGHTS)
      throw new RangeError(`CMA-ES takes ${MOST_WEIGHTS} weights at most, not ${dimension}: choose SNES`);
    const from = Float64Array.from(start ?? new Float64Array(dimension));
    return { seed, generation: 0, settings, start: from, past: emptyHistory, ...fresh(from, settings.sigma) };
  },

  ask(state) {
    const { mean, sigma, axes } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: grown(state.settings.populationSize, state.past) }, () => {
      const y = shaped(axes, rng.normals(mean.length)); // eq. 38-39
      return Float32Array.from(mean, (m, i) => m + sigma * (y[i] as number)); // eq. 40
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { axes } = state;
    const n = state.mean.length;
    const generation = state.generation + 1;
    const places = bestFirst(genomes, fitness);
    const c = cmaConstants(n, places.length, state.settings.active);
    const steps = stepsTo(genomes, places, state);
    const { search, h } = advanced(state, c, steps, (y) => whitened(axes, y), generation - state.past.since);
    const covariance = adapted(state.covariance, axes, c, steps, search.pathC, h);
    const stale = generation - state.axesSince >= c.gap;
    const next: CmaState = {
      ...state,
      ...search,
      generation,
      covariance,
      axes: stale ? axesOf(covariance, n) : axes,
      axesSince: stale ? generation : state.axesSince,
      trail: extended(state.trail, places, fitness, n),
    };
    return state.settings.restart === 'ipop' && Object.keys(stopOf(next)).length > 0 ? restarted(next) : next;
  },

  mean: ({ mean, trail, past }) => Float32Array.from(bestCentre(mean, trail, past)),

  faultOf: ({ past: { kept }, mean }) =>
    kept === null || (isRow(kept.mean, mean.length) && typeof kept.level === 'number')
      ? ''
      : 'past.kept is not where a search ended',

  stop: stopOf,

  stats({ sigma, covariance, mean, generation }) {
    let trace = 0;
    for (let i = 0; i < mean.length; i++) trace += covariance[i * mean.length + i] as number;
    return { stepSize: sigma * Math.sqrt(trace / mean.length), generation };
  },

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** What a search begins with, the first time and whenever it begins anew. */
function fresh(start: Float64Array, sigma: number) {
  const n = start.length;
  return {
    ...cmaSearch(start, sigma),
    covariance: identity(n),
    axes: { basis: identity(n), scales: new Float64Array(n).fill(1) },
    axesSince: 0,
    trail: emptyTrail,
  };
}

/** Auger & Hansen 2005, A Restart CMA Evolution Strategy With Increasing Population Size. */
function restarted({ mean, trail, past, ...state }: CmaState): CmaState {
  const { generation, start, settings } = state;
  const anew = fresh(start, settings.sigma);
  return { ...state, ...anew, axesSince: generation, past: followed(mean, trail, past, generation) };
}

const isRow = (value: unknown, length: number) => value instanceof Float64Array && value.length === length;

function stopOf({ mean, sigma, covariance, axes: { scales }, settings, trail }: CmaState): Stop {
  return cmaStop({
    mean,
    deviations: mean.map((_, i) => sigma * Math.sqrt(covariance[i * mean.length + i] as number)),
    firstSigma: settings.sigma,
    axisRatio: (scales[scales.length - 1] as number) / (scales[0] as number),
    trail,
  });
}
