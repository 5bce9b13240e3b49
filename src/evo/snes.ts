import * as v from 'valibot';
import { exp, log } from '../math/portable.ts';
import { stream } from '../math/rng.ts';
import { mean } from '../math/stats.ts';
import { number } from '../schema/field.ts';
import { minSigma } from './min-sigma.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { sampleGaussian } from './sampling.ts';
import { bestFirst, nesUtilities } from './shaping.ts';

const settings = v.strictObject({
  populationSize: populationSize(24),
  sigma: number({
    default: 0.1,
    min: 1e-6,
    max: 10,
    title: 'Step',
    effect:
      'How far from the start the first generation spreads; changed later, what has become of it is scaled alike.',
    level: 'basic',
  }),
  meanRate: number({
    default: 1,
    min: 0,
    max: 4,
    title: 'Pace of the centre',
    effect: 'How far the centre follows the better half; 1 is the usual, less is calmer under noise.',
  }),
  sigmaRate: number({
    default: 1,
    min: 0,
    max: 10,
    title: 'Pace of the step',
    effect: 'How fast the step of each weight adapts, as a multiple of the usual.',
  }),
});

/** Plain data. */
export interface SnesState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  mean: Float64Array;
  sigma: Float64Array;
}

/**
 * Separable natural evolution strategy: a mean and a deviation for each weight follow the natural gradient of what places
 * are worth. Wierstra, Schaul, Glasmachers, Sun, Peters & Schmidhuber 2014, Natural Evolution Strategies, algorithm 6.
 */
export const snes = optimizer<SnesState, typeof settings>({
  name: 'snes',
  title: 'SNES',
  about:
    'A cloud around one brain that drifts and learns for each weight how far to reach. Quick, and hard to mislead.',
  settings,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    mean: start ? Float64Array.from(start) : new Float64Array(dimension),
    sigma: new Float64Array(dimension).fill(settings.sigma),
  }),

  ask(state) {
    const { mean, sigma, seed, generation } = state;
    const rng = stream(seed, 'ask', generation);
    const genomes = Array.from({ length: state.settings.populationSize }, () => sampleGaussian(mean, sigma, rng));
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const places = bestFirst(genomes, fitness);
    const utilities = nesUtilities(places.length);
    const { meanRate, sigmaRate } = state.settings;
    const n = state.mean.length;
    const pace = (sigmaRate * (3 + log(n))) / (5 * Math.sqrt(n)); // eta_sigma, table 1
    const { gradMean, gradSigma } = slopes(state, genomes, places, utilities);
    const mean = state.mean.map((m, i) => m + meanRate * (state.sigma[i] as number) * (gradMean[i] as number));
    const sigma = state.sigma.map((s, i) => {
      // The bounds are far off, except for genomes from elsewhere, which must not blow the cloud up.
      const growth = Math.max(-1, Math.min(1, 0.5 * pace * (gradSigma[i] as number)));
      return Math.max(s * exp(growth), minSigma(state.mean[i] as number));
    });
    return { ...state, generation: state.generation + 1, mean, sigma };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop({ sigma, settings }) {
    const largest = sigma.reduce((a, b) => Math.max(a, b), 0);
    return largest < 1e-12 * settings.sigma ? { stepSize: largest } : {};
  },

  stats: ({ sigma, generation }) => ({ stepSize: mean(sigma), generation }),

  amend(state, settings) {
    const scale = settings.sigma / state.settings.sigma;
    return { ...state, settings, sigma: scale === 1 ? state.sigma : state.sigma.map((s) => s * scale) };
  },
});

/** The natural gradients for the centre and for the logarithms of the deviations, in deviations. */
function slopes(
  { mean, sigma }: SnesState,
  genomes: readonly ArrayLike<number>[],
  places: readonly number[],
  utilities: Float64Array,
) {
  const gradMean = new Float64Array(mean.length);
  const gradSigma = new Float64Array(mean.length);
  // Genome by genome, as they lie in memory, and best first, so that the sums are the same in whatever order they came.
  for (const [place, k] of places.entries()) {
    const genome = genomes[k] as ArrayLike<number>;
    const u = utilities[place] as number;
    for (let i = 0; i < gradMean.length; i++) {
      const z = ((genome[i] as number) - (mean[i] as number)) / (sigma[i] as number);
      gradMean[i] = (gradMean[i] as number) + u * z;
      gradSigma[i] = (gradSigma[i] as number) + u * (z * z - 1);
    }
  }
  return { gradMean, gradSigma };
}
