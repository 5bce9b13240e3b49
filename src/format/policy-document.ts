import * as v from 'valibot';
import type { Genome } from '../creature/genome.ts';
import { described } from '../schema/described.ts';
import { parse } from '../schema/fault.ts';
import { plural } from '../schema/plural.ts';

/** Maximum absolute value of a weight; training does not reach it. */
const MAX_WEIGHT = 1e6;

const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256));

/** Number of weights of layers of these sizes: W and b of each. */
const weightCount = (layers: readonly number[]) =>
  layers.slice(1).reduce((sum, outputs, i) => sum + (layers[i]! + 1) * outputs, 0);

const plain = v.object({
  layers: described(
    v.pipe(v.array(size), v.minLength(2), v.maxLength(10)),
    'Sizes, 1 to 256: of the observation, the hidden layers and the action.',
  ),
  activation: described(
    v.picklist(['tanh', 'relu', 'linear', 'identity']),
    'Activation of the hidden layers, and of the last layer if outputActivation is missing.',
  ),
  outputActivation: v.optional(
    described(
      v.picklist(['tanh', 'linear', 'identity']),
      'Activation of the last layer. Outputs without tanh are clipped to [-1, 1].',
    ),
  ),
  weights: described(
    v.array(v.pipe(v.number(), v.finite(), v.minValue(-MAX_WEIGHT), v.maxValue(MAX_WEIGHT))),
    'For each layer: W in row-major order (in, out), then b. Each -1000000 to 1000000.',
  ),
});

/** Schema of a policy from another program. */
export const policySchema = v.pipe(
  plain,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { layers, activation, outputActivation, weights } = dataset.value;
    const needed = weightCount(layers);
    if (weights.length !== needed) {
      addIssue({ message: `weights has ${plural(weights.length, 'number')}, layers [${layers}] need ${needed}` });
    }
    if (activation === 'relu' && outputActivation === undefined) {
      addIssue({ message: 'outputActivation is missing, must be "tanh" or "linear" where activation is "relu"' });
    }
  }),
);

/** A feed-forward net from another program, as a brain and a genome. */
export interface ForeignPolicy {
  observationSize: number;
  actionSize: number;
  /** Settings of an experiment's brain. */
  brain: { name: 'mlp'; hidden: number[]; activation: 'tanh' | 'relu' | 'linear'; output: 'tanh' | 'clip' };
  /** The weights, rounded to single precision. */
  genome: Genome;
}

/** Reads a policy from a document; other keys are ignored. Throws an Error that starts with `source` and names the first fault. */
export function policyFromDocument(document: unknown, source: string): ForeignPolicy {
  const { layers, activation, outputActivation = activation, weights } = parse(policySchema, document, source);
  return {
    observationSize: layers[0]!,
    actionSize: layers.at(-1)!,
    brain: {
      name: 'mlp',
      hidden: layers.slice(1, -1),
      activation: activation === 'identity' ? 'linear' : activation,
      output: outputActivation === 'tanh' ? 'tanh' : 'clip',
    },
    genome: Float32Array.from(weights),
  };
}
