import { searchDirections } from './antithetic-pairs.ts';
import { type ArsSettings, arsDescription } from './descriptions/ars.ts';
import { type GradientAscentState, gradientAscent } from './gradient-ascent.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { nextStep } from './step-rule.ts';
import { weightedDeviationSum } from './vector.ts';

/**
 * Augmented random search: samples antithetic pairs around the mean, keeps the directions with the best episodes and steps
 * along them by the difference in fitness of their two sides, divided by the standard deviation of the kept fitnesses.
 * Mania, Guy & Recht 2018, Simple random search provides a competitive approach to reinforcement learning,
 * arXiv:1803.07055, algorithm 2; variant V2-t when observations are normalised.
 */
export const ars = optimizer<GradientAscentState<ArsSettings>, typeof arsDescription.settings>({
  ...arsDescription,

  ...gradientAscent<ArsSettings>(),

  tell(state, genomes, fitness) {
    const { mean, settings } = state;
    const order = bestFirst(genomes, fitness);
    const directions = searchDirections(mean, genomes, order).slice(0, settings.topCount); // alg. 2, line 6
    const b = directions.length;
    const chosen = new Set(directions.flat());
    const best = order.filter((k) => chosen.has(k));
    const rewards = shapedFitness(fitness, 'raw');
    // Line 7: sum over directions of (r+ - r-) delta / sigma_R. Z-scores r / sigma_R of single genomes, each times its own
    // deviation +nu delta or -nu delta, add up to nu times that.
    const utilities = shapedFitness(
      best.map((k) => rewards[k]!),
      settings.shaping,
    );
    const sum = weightedDeviationSum(
      mean,
      best.map((k) => genomes[k]!),
      utilities,
      [...best.keys()],
    );
    const factor = 1 / (b * settings.sigma);
    const gradient = sum.map((each) => factor * each);
    const { step, ruleState } = nextStep(state.stride, gradient, { rule: settings.stepRule, rate: settings.rate });
    return {
      ...state,
      generation: state.generation + 1,
      mean: mean.map((m, i) => m + step[i]!), // alg. 2, line 7
      stride: ruleState,
    };
  },
});
