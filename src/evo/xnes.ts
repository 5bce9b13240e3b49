import { matrixFunction, symmetricEigen } from '../math/eigen.ts';
import { addOuter, identity, matrixProduct, matrixTimesVector } from '../math/linalg.ts';
import { luDecompose, luSolve } from '../math/lu.ts';
import { exp, log } from '../math/portable.ts';
import { stream } from '../math/rng.ts';
import { stuckWeight } from './cma/stop.ts';
import { type XnesSettings, xnesDescription } from './descriptions/xnes.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, nesUtilities } from './shaping.ts';
import { stepSizeStop } from './step-size-stop.ts';

const MAX_WEIGHTS = 400;

/** Plain data. */
export interface XnesState {
  seed: number;
  generation: number;
  settings: XnesSettings;
  /** mu. */
  mean: Float64Array;
  /** A = sigma B, n x n: genomes are mu + A s, their covariance A A^T. */
  factor: Float64Array;
}

/**
 * Exponential natural evolution strategy: the mean and the whole covariance follow the natural gradient of expected utility.
 * Wierstra, Schaul, Glasmachers, Sun, Peters & Schmidhuber 2014, Natural Evolution Strategies (JMLR 15), algorithm 5; as
 * eta_sigma = eta_B, the updates of sigma and B are one update of A = sigma B.
 * Decomposes an n x n matrix in each generation, O(n^3). Throws a RangeError above 400 weights.
 */
export const xnes = optimizer<XnesState, typeof xnesDescription.settings>({
  ...xnesDescription,

  init(dimension, settings, seed, start) {
    if (dimension > MAX_WEIGHTS)
      throw new RangeError(`xNES takes ${MAX_WEIGHTS} weights at most, not ${dimension}: choose SNES`);
    return {
      seed,
      generation: 0,
      settings,
      mean: Float64Array.from(start ?? new Float64Array(dimension)),
      factor: identity(dimension).map((entry) => entry * settings.sigma),
    };
  },

  ask(state) {
    const { mean: mu, factor: A } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: state.settings.populationSize }, () => {
      const step = matrixTimesVector(A, rng.normals(mu.length));
      return Float32Array.from(mu, (m, i) => m + step[i]!); // alg. 5: z_k
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { mean: mu, factor: A, settings } = state;
    const n = mu.length;
    const { gradDelta, gradM } = naturalGradient(state, genomes, bestFirst(genomes, fitness));
    const etaDelta = settings.meanRate;
    const etaM = (settings.shapeRate * (9 + 3 * log(n))) / (5 * n * Math.sqrt(n)); // eta_sigma = eta_B, table 1
    const shift = matrixTimesVector(A, gradDelta);
    // Clipped at a factor of e: only genomes that were not sampled here get that far. No axis shrinks any more once a weight
    // cannot change in single precision.
    const lowest = stuckWeight(mu, deviationsOf(state)) < 0 ? -1 : 0;
    const growth = matrixFunction(symmetricEigen(gradM, n), (value) =>
      exp(Math.max(lowest, Math.min(1, 0.5 * etaM * value))),
    );
    return {
      ...state,
      generation: state.generation + 1,
      mean: mu.map((m, i) => m + etaDelta * shift[i]!), // alg. 5: mu
      factor: matrixProduct(A, growth, n), // alg. 5: sigma and B
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop(state) {
    const deviations = deviationsOf(state);
    const stuck = stuckWeight(state.mean, deviations);
    return { ...stepSizeStop(deviations, state.settings.sigma), ...(stuck >= 0 && { grain: stuck }) };
  },

  stats(state) {
    const squares = state.factor.reduce((sum, entry) => sum + entry * entry, 0);
    return { stepSize: Math.sqrt(squares / state.mean.length), generation: state.generation };
  },

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** Algorithm 5: the gradients for delta, the shift of mu in units of A, and for M. `order` holds indices, best first. */
function naturalGradient(
  { mean: mu, factor: A }: XnesState,
  genomes: readonly ArrayLike<number>[],
  order: readonly number[],
) {
  const n = mu.length;
  const lu = luDecompose(A, n);
  const utilities = nesUtilities(order.length);
  const gradDelta = new Float64Array(n);
  const gradM = new Float64Array(n * n); // only its lower triangle is filled
  for (const [rank, k] of order.entries()) {
    const x = genomes[k]!;
    const step = mu.map((m, i) => x[i]! - m);
    const s = luSolve(lu, step).map(clampToFinite); // s_k = A^-1 (z_k - mu)
    const u = utilities[rank]!;
    for (let i = 0; i < n; i++) gradDelta[i]! += u * s[i]!; // sum of u_k s_k
    addOuter(gradM, u, s); // sum of u_k (s_k s_k^T - I): the utilities sum to 0, so I drops out
  }
  return { gradDelta, gradM };
}

/** Deviation of each weight: the lengths of the rows of A. */
function deviationsOf({ mean, factor }: XnesState): Float64Array {
  const n = mean.length;
  return mean.map((_, i) =>
    Math.sqrt(factor.subarray(i * n, i * n + n).reduce((sum, entry) => sum + entry * entry, 0)),
  );
}

/** Solving with a nearly singular A may overflow; the sign is still right. */
function clampToFinite(s: number): number {
  return Number.isNaN(s) ? 0 : Math.max(-1e100, Math.min(1e100, s));
}
