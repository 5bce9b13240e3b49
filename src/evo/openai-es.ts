import * as v from 'valibot';
import { number } from '../schema/field.ts';
import { type GradientAscentState, gradientAscent } from './gradient-ascent.ts';
import { learningRate, reach, shaping, stepRule } from './gradient-settings.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst, shapedFitness } from './shaping.ts';
import { stepUp } from './step-rule.ts';
import { pull } from './vector.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: reach(0.1),
  rate: learningRate(0.03),
  weightDecay: number({
    default: 0.005,
    min: 0,
    max: 1,
    title: 'Weight decay',
    effect: 'How strongly weights are drawn to 0, which keeps brains from growing stiff.',
  }),
  shaping: shaping('centred-ranks'),
  stepRule: stepRule('adam', ['sgd', 'adam', 'clipup']),
});

type Settings = v.InferOutput<typeof settings>;

/**
 * Evolution strategy with a fixed reach: the centre climbs a gradient felt from pairs of opposite genomes.
 * Salimans, Ho, Chen, Sidor & Sutskever 2017, Evolution Strategies as a Scalable Alternative to Reinforcement Learning,
 * arXiv:1703.03864, algorithm 1 with its section 2.1: mirrored sampling, centred ranks, weight decay, Adam.
 */
export const openaiEs = optimizer<GradientAscentState<Settings>, typeof settings>({
  name: 'openai-es',
  title: 'OpenAI-ES',
  about: 'One brain that feels for the slope around it and climbs. Simple and calm; likes large populations.',
  settings,

  ...gradientAscent<Settings>(),

  tell(state, genomes, fitness) {
    const { mean, settings } = state;
    const order = bestFirst(genomes, fitness);
    const slope = pull(mean, genomes, shapedFitness(fitness, settings.shaping), order);
    const share = 1 / (order.length * settings.sigma);
    const gradient = mean.map((m, i) => share * (slope[i] as number) - settings.weightDecay * m);
    const { step, stride } = stepUp(state.stride, gradient, { rule: settings.stepRule, rate: settings.rate });
    const generation = state.generation + 1;
    return { ...state, generation, mean: mean.map((m, i) => m + (step[i] as number)), stride };
  },
});
