import * as v from 'valibot';
import { integer } from '../schema/field.ts';
import { searchDirections } from './antithetic-pairs.ts';
import { type GradientAscentState, gradientAscent } from './gradient-ascent.ts';
import { learningRate, reach, shaping, stepRule } from './gradient-settings.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { stepUp } from './step-rule.ts';
import { pull } from './vector.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: reach(0.03),
  rate: learningRate(0.02),
  topCount: integer({
    default: 8,
    min: 1,
    max: 2048,
    title: 'Directions kept',
    unit: 'pairs',
    effect: 'How many of the directions with the best life count; fewer press harder, more are surer.',
  }),
  shaping: shaping('z-scores'),
  stepRule: stepRule('sgd', ['sgd', 'adam', 'clipup']),
});

type Settings = v.InferOutput<typeof settings>;

/**
 * Augmented random search: tries pairs of opposite genomes close by, keeps the directions with the best lives and climbs by
 * how much better one side did, in deviations of the fitnesses kept. Mania, Guy & Recht 2018, Simple random search provides
 * a competitive approach to reinforcement learning, arXiv:1803.07055, algorithm 2; V2-t as observations are normalised.
 */
export const ars = optimizer<GradientAscentState<Settings>, typeof settings>({
  name: 'ars',
  title: 'ARS',
  about:
    'One brain that takes a step towards what paid most nearby. Made for linear brains; sees how much, not only who.',
  settings,
  seesSizes: true,

  ...gradientAscent<Settings>(),

  tell(state, genomes, fitness) {
    const { mean, settings } = state;
    const order = bestFirst(genomes, fitness);
    const kept = searchDirections(mean, genomes, order).slice(0, settings.topCount); // in the order of max(F+, F-)
    const chosen = new Set(kept.flat());
    const best = order.filter((k) => chosen.has(k));
    const felt = shapedFitness(fitness, 'raw');
    // The sum of (F+ - F-) d over directions, in deviations of F, is that of z-scores times +d or -d over genomes.
    const worth = shapedFitness(
      best.map((k) => felt[k] as number),
      settings.shaping,
    );
    const slope = pull(
      mean,
      best.map((k) => genomes[k] as ArrayLike<number>),
      worth,
      [...best.keys()],
    );
    const share = 1 / (kept.length * settings.sigma);
    const gradient = slope.map((sum) => share * sum);
    const { step, stride } = stepUp(state.stride, gradient, { rule: settings.stepRule, rate: settings.rate });
    const generation = state.generation + 1;
    return { ...state, generation, mean: mean.map((m, i) => m + (step[i] as number)), stride };
  },
});
