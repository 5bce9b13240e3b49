import { type OpenaiEsSettings, openaiEsDescription } from './descriptions/openai-es.ts';
import { type GradientAscentState, gradientAscent } from './gradient-ascent.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { nextStep } from './step-rule.ts';
import { weightedDeviationSum } from './vector.ts';

/**
 * Evolution strategy with a fixed sigma: the mean ascends a gradient estimated from antithetic pairs.
 * Salimans, Ho, Chen, Sidor & Sutskever 2017, Evolution Strategies as a Scalable Alternative to Reinforcement Learning,
 * arXiv:1703.03864, algorithm 1 with its section 2.1: mirrored sampling, centred ranks, weight decay, Adam.
 */
export const openaiEs = optimizer<GradientAscentState<OpenaiEsSettings>, typeof openaiEsDescription.settings>({
  ...openaiEsDescription,

  ...gradientAscent<OpenaiEsSettings>(),

  tell(state, genomes, fitness) {
    const { mean: theta, settings } = state;
    const order = bestFirst(genomes, fitness);
    const sum = weightedDeviationSum(theta, genomes, shapedFitness(fitness, settings.shaping), order);
    const factor = 1 / (order.length * settings.sigma); // sum is of F_i sigma epsilon_i
    // Algorithm 1, line 5, without its constant factor 1 / sigma, as in the authors' program.
    const gradient = theta.map((t, i) => factor * sum[i]! - settings.weightDecay * t);
    const { step, ruleState } = nextStep(state.stride, gradient, { rule: settings.stepRule, rate: settings.rate });
    return {
      ...state,
      generation: state.generation + 1,
      mean: theta.map((t, i) => t + step[i]!), // alg. 1, line 5
      stride: ruleState,
    };
  },
});
