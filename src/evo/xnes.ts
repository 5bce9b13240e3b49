import * as v from 'valibot';
import { spectral, symmetricEigen } from '../math/eigen.ts';
import { addOuter, applied, identity, product } from '../math/linalg.ts';
import { exp, log } from '../math/portable.ts';
import { stream } from '../math/rng.ts';
import { factors, solve } from '../math/solve.ts';
import { number } from '../schema/field.ts';
import { stuckWeight } from './cma/stop.ts';
import { firstStep } from './first-step-field.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst, nesUtilities } from './shaping.ts';

const MOST_WEIGHTS = 400;

const settings = v.strictObject({
  populationSize: populationSize(24),
  sigma: firstStep,
  meanRate: number({
    default: 1,
    min: 0,
    max: 4,
    title: 'Pace of the centre',
    effect: 'How far the centre follows the better half; 1 is the usual, less is calmer under noise.',
  }),
  shapeRate: number({
    default: 1,
    min: 0,
    max: 10,
    title: 'Pace of the cloud',
    effect: 'How fast the size and shape of the cloud adapt, as a multiple of the usual.',
  }),
});

/** Plain data. */
export interface XnesState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  mean: Float64Array;
  /** A, n x n: genomes are mean + A z, their covariance A A^T. */
  factor: Float64Array;
}

/**
 * Exponential natural evolution strategy: mean and whole covariance follow the natural gradient of what places are worth.
 * Wierstra, Schaul, Glasmachers, Sun, Peters & Schmidhuber 2014, Natural Evolution Strategies, algorithm 5.
 * Decomposes an n x n matrix in each generation, O(n^3): throws a RangeError over 400 weights.
 */
export const xnes = optimizer<XnesState, typeof settings>({
  name: 'xnes',
  title: 'xNES',
  about: 'SNES that also learns which weights must change together. Sound and slow: for a few dozen weights.',
  settings,

  init(dimension, settings, seed, start) {
    if (dimension > MOST_WEIGHTS)
      throw new RangeError(`xNES takes ${MOST_WEIGHTS} weights at most, not ${dimension}: choose SNES`);
    return {
      seed,
      generation: 0,
      settings,
      mean: Float64Array.from(start ?? new Float64Array(dimension)),
      factor: identity(dimension).map((entry) => entry * settings.sigma),
    };
  },

  ask(state) {
    const { mean, factor } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: state.settings.populationSize }, () => {
      const step = applied(factor, rng.normals(mean.length));
      return Float32Array.from(mean, (m, i) => m + (step[i] as number));
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { mean, factor, settings } = state;
    const n = mean.length;
    const places = bestFirst(genomes, fitness);
    const utilities = nesUtilities(places.length);
    const ball = factors(factor, n);
    const gradDelta = new Float64Array(n);
    const gradM = new Float64Array(n * n);
    for (const [place, k] of places.entries()) {
      const genome = genomes[k] as ArrayLike<number>;
      const step = mean.map((m, i) => (genome[i] as number) - m);
      const z = solve(ball, step).map(bounded);
      const u = utilities[place] as number;
      for (let i = 0; i < n; i++) gradDelta[i] = (gradDelta[i] as number) + u * (z[i] as number);
      addOuter(gradM, u, z); // z z^T alone, without the identity: utilities sum to 0
    }
    const shift = applied(factor, gradDelta);
    const pace = (settings.shapeRate * (9 + 3 * log(n))) / (5 * n * Math.sqrt(n)); // eta_sigma = eta_B, table 1
    // 1 is far off, except for genomes from elsewhere, which must not blow the cloud up.
    const least = stuckWeight(mean, deviationsOf(state)) < 0 ? -1 : 0;
    const growth = spectral(symmetricEigen(gradM, n), (value) => exp(Math.max(least, Math.min(1, 0.5 * pace * value))));
    return {
      ...state,
      generation: state.generation + 1,
      mean: mean.map((m, i) => m + settings.meanRate * (shift[i] as number)),
      factor: product(factor, growth, n),
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop(state) {
    const deviations = deviationsOf(state);
    const longest = deviations.reduce((a, b) => Math.max(a, b), 0);
    const stuck = stuckWeight(state.mean, deviations);
    return {
      ...(longest < 1e-12 * state.settings.sigma && { stepSize: longest }),
      ...(stuck >= 0 && { grain: stuck }),
    };
  },

  stats(state) {
    const square = state.factor.reduce((sum, entry) => sum + entry * entry, 0);
    return { stepSize: Math.sqrt(square / state.mean.length), generation: state.generation };
  },

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** Of each weight among the genomes: the lengths of the rows of A. */
function deviationsOf({ mean, factor }: XnesState): Float64Array {
  const n = mean.length;
  return mean.map((_, i) =>
    Math.sqrt(factor.subarray(i * n, i * n + n).reduce((sum, entry) => sum + entry * entry, 0)),
  );
}

/** Out of a cloud as thin as a sheet z may come out beyond all bounds; what is left still says which way. */
function bounded(z: number): number {
  return Number.isNaN(z) ? 0 : Math.max(-1e100, Math.min(1e100, z));
}
