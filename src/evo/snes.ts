import { drawSample } from '../math/gaussian-sample.ts';
import { exp, log } from '../math/portable.ts';
import { stream } from '../math/rng.ts';
import { mean as average } from '../math/stats.ts';
import { type SnesSettings, snesDescription } from './descriptions/snes.ts';
import { minSigma } from './min-sigma.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, nesUtilities } from './shaping.ts';
import { stepSizeStop } from './step-size-stop.ts';

/** Plain data. */
export interface SnesState {
  seed: number;
  generation: number;
  settings: SnesSettings;
  /** mu. */
  mean: Float64Array;
  /** One deviation for each weight. */
  sigma: Float64Array;
}

/**
 * Separable natural evolution strategy: a mean and a deviation for each weight follow the natural gradient of expected
 * utility. Wierstra, Schaul, Glasmachers, Sun, Peters & Schmidhuber 2014, Natural Evolution Strategies (JMLR 15),
 * algorithm 6, here with sigma no smaller than single precision can sample.
 */
export const snes = optimizer<SnesState, typeof snesDescription.settings>({
  ...snesDescription,

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
    // alg. 6: z_k
    const sample = drawSample({ mean, deviations: sigma, isMirrored: false }, state.settings.populationSize, rng);
    return { genomes: sample.vectors, sample, state };
  },

  tell(state, genomes, fitness) {
    const { mean: mu, sigma } = state;
    const n = mu.length;
    const { gradMu, gradSigma } = naturalGradient(state, genomes, bestFirst(genomes, fitness));
    const etaMu = state.settings.meanRate;
    const etaSigma = (state.settings.sigmaRate * (3 + log(n))) / (5 * Math.sqrt(n)); // table 1
    return {
      ...state,
      generation: state.generation + 1,
      mean: mu.map((m, i) => m + etaMu * sigma[i]! * gradMu[i]!), // alg. 6: mu
      sigma: sigma.map((s, i) => {
        // Clipped at a factor of e: only genomes that were not sampled here get that far.
        const exponent = Math.max(-1, Math.min(1, 0.5 * etaSigma * gradSigma[i]!));
        return Math.max(s * exp(exponent), minSigma(mu[i]!)); // alg. 6: sigma
      }),
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop: ({ sigma, settings }) => stepSizeStop(sigma, settings.sigma),

  stats: ({ sigma, generation }) => ({ stepSize: average(sigma), generation }),

  amend(state, settings) {
    const scale = settings.sigma / state.settings.sigma;
    return { ...state, settings, sigma: scale === 1 ? state.sigma : state.sigma.map((s) => s * scale) };
  },
});

/** Algorithm 6: the gradients for mu, in units of sigma, and for log sigma. `order` holds the genomes' indices, best first. */
function naturalGradient(
  { mean: mu, sigma }: SnesState,
  genomes: readonly ArrayLike<number>[],
  order: readonly number[],
) {
  const gradMu = new Float64Array(mu.length);
  const gradSigma = new Float64Array(mu.length);
  const utilities = nesUtilities(order.length);
  // Summed best first, so that the order in which the genomes came does not change a bit; two at a time, for speed.
  let rank = 0;
  for (; rank + 1 < order.length; rank += 2) {
    const x = genomes[order[rank]!]!;
    const y = genomes[order[rank + 1]!]!;
    const u = utilities[rank]!;
    const w = utilities[rank + 1]!;
    for (let i = 0; i < gradMu.length; i++) {
      const s = (x[i]! - mu[i]!) / sigma[i]!;
      const t = (y[i]! - mu[i]!) / sigma[i]!;
      gradMu[i] = gradMu[i]! + u * s + w * t; // sum of u_k s_k
      gradSigma[i] = gradSigma[i]! + u * (s * s - 1) + w * (t * t - 1); // sum of u_k (s_k^2 - 1)
    }
  }
  for (; rank < order.length; rank++) {
    const x = genomes[order[rank]!]!;
    const u = utilities[rank]!;
    for (let i = 0; i < gradMu.length; i++) {
      const s = (x[i]! - mu[i]!) / sigma[i]!;
      gradMu[i]! += u * s;
      gradSigma[i]! += u * (s * s - 1);
    }
  }
  return { gradMu, gradSigma };
}
