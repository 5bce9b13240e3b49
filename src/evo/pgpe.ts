import * as v from 'valibot';
import { stream } from '../math/rng.ts';
import { mean } from '../math/stats.ts';
import { number } from '../schema/field.ts';
import { antitheticPairs } from './antithetic-pairs.ts';
import { firstStep } from './first-step-field.ts';
import { shaping, stepRule } from './gradient-settings.ts';
import { minSigma } from './min-sigma.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { atRest, type StepSize, stepUp } from './step-rule.ts';
import { pull } from './vector.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: firstStep,
  topSpeed: number({
    default: 0.067,
    min: 0,
    max: 10,
    title: 'Top speed',
    unit: 'first radii',
    effect:
      'How far the centre may go in a generation, in radii of the first cloud; faster learns sooner and trembles more.',
    level: 'basic',
  }),
  sigmaRate: number({
    default: 0.1,
    min: 0,
    max: 1,
    title: 'Pace of the step',
    effect: 'How fast the step of each weight adapts; 0 keeps it.',
  }),
  shaping: shaping('centred-ranks'),
  stepRule: stepRule('clipup', ['adam', 'clipup']),
});

/** Plain data. */
export interface PgpeState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  mean: Float64Array;
  sigma: Float64Array;
  stride: StepSize;
}

/**
 * Policy gradients with parameter-based exploration: gradients for the centre and for a deviation of each weight, felt from
 * pairs of opposite genomes. Sehnke, Osendorfer, Rueckstiess, Graves, Peters & Schmidhuber 2010, Parameter-exploring policy
 * gradients; steps and proportions of Toklu, Liskowski & Srivastava 2020, ClipUp, arXiv:2008.02387.
 */
export const pgpe = optimizer<PgpeState, typeof settings>({
  name: 'pgpe',
  title: 'PGPE',
  about:
    'One brain that climbs with a run-up, at a speed of its own. Steady, and easy to tune; likes large populations.',
  settings,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    mean: Float64Array.from(start ?? new Float64Array(dimension)),
    sigma: new Float64Array(dimension).fill(settings.sigma),
    stride: atRest(dimension),
  }),

  ask(state) {
    const rng = stream(state.seed, 'ask', state.generation);
    return { genomes: antitheticPairs(state.mean, state.sigma, state.settings.populationSize, rng), state };
  },

  tell(state, genomes, fitness) {
    const { mean, settings } = state;
    const n = mean.length;
    const order = bestFirst(genomes, fitness);
    const worth = shapedFitness(fitness, settings.shaping);
    // Over all genomes rather than pairs: (u+ - u-) e / 2 and (u+ + u-) (e^2 - sigma^2) / 2 sigma fall apart into one each.
    const slope = pull(mean, genomes, worth, order).map((sum) => sum / order.length);
    const widening = spread(state, genomes, worth, order);

    const radius = settings.sigma * Math.sqrt(n);
    const topSpeed = settings.topSpeed * radius;
    const rate = RATES[settings.stepRule](topSpeed, n);
    const { step, stride } = stepUp(state.stride, slope, { rule: settings.stepRule, rate, topSpeed });
    return {
      ...state,
      generation: state.generation + 1,
      mean: mean.map((m, i) => m + (step[i] as number)),
      sigma: state.sigma.map((s, i) => {
        const wanted = s + settings.sigmaRate * (widening[i] as number);
        return Math.max(Math.min(Math.max(wanted, 0.8 * s), 1.2 * s), minSigma(mean[i] as number));
      }),
      stride,
    };
  },

  mean: (state) => Float32Array.from(state.mean),

  stop({ sigma, settings }) {
    const largest = sigma.reduce((a, b) => Math.max(a, b), 0);
    return largest < 1e-12 * settings.sigma ? { stepSize: largest } : {};
  },

  stats: ({ sigma, generation }) => ({ stepSize: mean(sigma), generation }),

  amend: (state, settings) => {
    const { sigma, stepRule } = state.settings;
    return { ...state, settings: { ...settings, sigma, stepRule } };
  },
});

/** The rate of each step rule that goes with a top speed in n dimensions. */
const RATES = {
  clipup: (topSpeed: number) => 0.75 * topSpeed,
  /** Adam may move each weight by its rate, all together by its root n. */
  adam: (topSpeed: number, n: number) => topSpeed / Math.sqrt(n),
};

/** The gradient for the deviations: mean over genomes of worth (e^2 - sigma^2) / sigma, added up in the `order` given. */
function spread(
  { mean, sigma }: PgpeState,
  genomes: readonly ArrayLike<number>[],
  worth: Float64Array,
  order: readonly number[],
): Float64Array {
  const sum = new Float64Array(mean.length);
  for (const k of order) {
    const genome = genomes[k] as ArrayLike<number>;
    for (let i = 0; i < sum.length; i++) {
      const e = (genome[i] as number) - (mean[i] as number);
      const s = sigma[i] as number;
      sum[i] = (sum[i] as number) + ((worth[k] as number) * (e * e - s * s)) / s;
    }
  }
  return sum.map((total) => total / order.length);
}
