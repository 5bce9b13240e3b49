import * as v from 'valibot';
import { number } from '../../schema/field.ts';
import { fixedSigma, learningRate, shaping, stepRule } from '../gradient-settings.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

const settings = v.strictObject({
  populationSize: populationSize(32),
  sigma: fixedSigma(0.1),
  rate: learningRate(0.03),
  weightDecay: number({
    default: 0.005,
    min: 0,
    max: 1,
    title: 'Weight decay',
    effect: 'How strongly weights are pulled towards 0, which keeps outputs from saturating.',
  }),
  shaping: shaping('centred-ranks'),
  stepRule: stepRule('adam', ['sgd', 'adam', 'clipup']),
});

export type OpenaiEsSettings = v.InferOutput<typeof settings>;

export const openaiEsDescription = describeOptimizer({
  name: 'openai-es',
  title: 'OpenAI-ES',
  about:
    'One brain that estimates the gradient around it and follows it. Simple and steady; best with large populations.',
  settings,
  stepSetting: 'sigma',
});
