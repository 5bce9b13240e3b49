import * as v from 'valibot';
import { exp, pow } from '../math/portable.ts';
import { stream } from '../math/rng.ts';
import { flag, number } from '../schema/field.ts';
import { cmaConstants } from './cma-constants.ts';
import { type Axes, adapted, axesOf, identity, shaped, squareLength, whitened } from './cma-covariance.ts';
import { type CmaTrail, cmaStop, emptyTrail, extended } from './cma-stop.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst } from './shaping.ts';

const MOST_WEIGHTS = 1000;

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: number({
    default: 0.1,
    min: 1e-6,
    max: 10,
    title: 'First step',
    effect:
      'How far from the start the first generation spreads; too wide and nothing walks, too narrow and it takes long.',
    level: 'basic',
    fixed: true,
  }),
  active: flag({
    default: true,
    title: 'Learn from failures',
    effect: 'The worse half of a generation also shapes the cloud: it shrinks where they lay.',
  }),
});

/** Plain data. */
export interface CmaState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  mean: Float64Array;
  sigma: number;
  /** Evolution paths of the step size and of the covariance, p_sigma and p_c. */
  pathSigma: Float64Array;
  pathC: Float64Array;
  /** C, n x n. */
  covariance: Float64Array;
  /** The axes of C as it was at generation `axesSince`. */
  axes: Axes;
  axesSince: number;
  trail: CmaTrail;
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
    return {
      seed,
      generation: 0,
      settings,
      mean: start ? Float64Array.from(start) : new Float64Array(dimension),
      sigma: settings.sigma,
      pathSigma: new Float64Array(dimension),
      pathC: new Float64Array(dimension),
      covariance: identity(dimension),
      axes: { basis: identity(dimension), scales: new Float64Array(dimension).fill(1) },
      axesSince: 0,
      trail: emptyTrail,
    };
  },

  ask(state) {
    const { mean, sigma, axes } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: state.settings.populationSize }, () => {
      const y = shaped(axes, mean.map(rng.normal)); // eq. 38-39
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
    const steps = places.map((k) =>
      state.mean.map((m, i) => (((genomes[k] as ArrayLike<number>)[i] as number) - m) / state.sigma),
    );

    const shift = new Float64Array(n);
    for (let place = 0; place < c.mu; place++) {
      const y = steps[place] as Float64Array;
      for (let i = 0; i < n; i++) shift[i] = (shift[i] as number) + (c.weights[place] as number) * (y[i] as number); // eq. 41
    }
    const mean = state.mean.map((m, i) => m + state.sigma * (shift[i] as number)); // eq. 42

    const isotropic = whitened(axes, shift);
    const gainSigma = Math.sqrt(c.cSigma * (2 - c.cSigma) * c.muEff);
    const pathSigma = state.pathSigma.map((p, i) => (1 - c.cSigma) * p + gainSigma * (isotropic[i] as number)); // eq. 43
    const length2 = squareLength(pathSigma);
    const surprise = (c.cSigma / c.dSigma) * (Math.sqrt(length2) / c.chiN - 1);
    const sigma = state.sigma * exp(Math.max(-1, Math.min(1, surprise))); // eq. 44

    const settled = 1 - pow(1 - c.cSigma, 2 * generation);
    const h = length2 / n / settled < 2 + 4 / (n + 1) ? 1 : 0; // below eq. 45
    const gainC = h * Math.sqrt(c.cC * (2 - c.cC) * c.muEff);
    const pathC = state.pathC.map((p, i) => (1 - c.cC) * p + gainC * (shift[i] as number)); // eq. 45

    const covariance = adapted(state.covariance, axes, c, steps, pathC, h);
    const stale = generation - state.axesSince >= c.gap;
    return {
      ...state,
      generation,
      mean,
      sigma,
      pathSigma,
      pathC,
      covariance,
      axes: stale ? axesOf(covariance, n) : axes,
      axesSince: stale ? generation : state.axesSince,
      trail: extended(state.trail, places, fitness, n),
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop: cmaStop,

  stats({ sigma, covariance, mean, generation }) {
    let trace = 0;
    for (let i = 0; i < mean.length; i++) trace += covariance[i * mean.length + i] as number;
    return { stepSize: sigma * Math.sqrt(trace / mean.length), generation };
  },

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});
