import { drawSample } from '../math/gaussian-sample.ts';
import { stream } from '../math/rng.ts';
import { mean as average } from '../math/stats.ts';
import { type PgpeSettings, pgpeDescription } from './descriptions/pgpe.ts';
import { minSigma } from './min-sigma.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { initialStepRuleState, nextStep, type StepRuleState } from './step-rule.ts';
import { stepSizeStop } from './step-size-stop.ts';
import { weightedDeviationSum } from './vector.ts';

/** Plain data. */
export interface PgpeState {
  seed: number;
  generation: number;
  settings: PgpeSettings;
  /** mu. */
  mean: Float64Array;
  /** One deviation for each weight. */
  sigma: Float64Array;
  stride: StepRuleState;
}

/** Largest relative change of a deviation in one generation (Toklu et al. 2020). */
const MAX_SIGMA_CHANGE = { shrink: 0.8, grow: 1.2 };

/**
 * Policy gradients with parameter-based exploration: gradients for the mean and for a deviation of each weight, estimated
 * from antithetic pairs. Sehnke, Osendorfer, Rueckstiess, Graves, Peters & Schmidhuber 2010, Parameter-exploring policy
 * gradients; step rule and ratios of rates from Toklu, Liskowski & Srivastava 2020, ClipUp, arXiv:2008.02387.
 */
export const pgpe = optimizer<PgpeState, typeof pgpeDescription.settings>({
  ...pgpeDescription,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    mean: Float64Array.from(start ?? new Float64Array(dimension)),
    sigma: new Float64Array(dimension).fill(settings.sigma),
    stride: initialStepRuleState(dimension),
  }),

  ask(state) {
    const rng = stream(state.seed, 'ask', state.generation);
    const distribution = { mean: state.mean, deviations: state.sigma, isMirrored: true };
    const sample = drawSample(distribution, state.settings.populationSize, rng);
    return { genomes: sample.vectors, sample, state };
  },

  tell(state, genomes, fitness) {
    const { mean: mu, sigma, settings } = state;
    const n = mu.length;
    const order = bestFirst(genomes, fitness);
    const utilities = shapedFitness(fitness, settings.shaping);
    // With epsilon = x - mu, a pair contributes (r+ - r-) epsilon / 2 to the gradient of mu and
    // (r+ + r-) (epsilon^2 - sigma^2) / (2 sigma) to that of sigma: one term for each of its two genomes.
    const gradMu = weightedDeviationSum(mu, genomes, utilities, order).map((sum) => sum / order.length);
    const gradSigma = sigmaGradient(state, genomes, utilities, order);

    const radius = settings.sigma * Math.sqrt(n);
    const topSpeed = settings.topSpeed * radius;
    const rate = RATES[settings.stepRule](topSpeed, n);
    const { step, ruleState } = nextStep(state.stride, gradMu, { rule: settings.stepRule, rate, topSpeed });
    return {
      ...state,
      generation: state.generation + 1,
      mean: mu.map((m, i) => m + step[i]!),
      sigma: sigma.map((s, i) => {
        const next = s + settings.sigmaRate * gradSigma[i]!;
        const limited = Math.min(Math.max(next, MAX_SIGMA_CHANGE.shrink * s), MAX_SIGMA_CHANGE.grow * s);
        return Math.max(limited, minSigma(mu[i]!));
      }),
      stride: ruleState,
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop: ({ sigma, settings }) => stepSizeStop(sigma, settings.sigma),

  stats: ({ sigma, generation }) => ({ stepSize: average(sigma), generation }),

  amend: (state, settings) => {
    const { sigma, stepRule } = state.settings;
    return { ...state, settings: { ...settings, sigma, stepRule } };
  },
});

/** Learning rate of each step rule for a given top speed in n dimensions. */
const RATES = {
  clipup: (topSpeed: number) => 0.75 * topSpeed,
  /** Adam changes each weight by up to its rate, so all n weights together by up to rate * sqrt(n). */
  adam: (topSpeed: number, n: number) => topSpeed / Math.sqrt(n),
};

/** Mean over the genomes of u (epsilon^2 - sigma^2) / sigma, summed in the given `order`. */
function sigmaGradient(
  { mean: mu, sigma }: PgpeState,
  genomes: readonly ArrayLike<number>[],
  utilities: Float64Array,
  order: readonly number[],
): Float64Array {
  const sum = new Float64Array(mu.length);
  for (const k of order) {
    const x = genomes[k]!;
    const u = utilities[k]!;
    for (let i = 0; i < sum.length; i++) {
      const epsilon = x[i]! - mu[i]!;
      const s = sigma[i]!;
      sum[i]! += (u * (epsilon * epsilon - s * s)) / s;
    }
  }
  return sum.map((total) => total / order.length);
}
