import * as v from 'valibot';
import type { Genome } from '../creature/genome.ts';
import { parse } from '../schema/fault.ts';

/** A weight no training comes to. */
const HUGE = 1e6;

const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256));

/** How many weights layers of these sizes have: for each, W and b. */
const weightCount = (layers: readonly number[]) =>
  layers.slice(1).reduce((sum, outputs, i) => sum + ((layers[i] as number) + 1) * outputs, 0);

const plain = v.object({
  /** Sizes: observation, hidden layers, action. */
  layers: v.pipe(v.array(size), v.minLength(2), v.maxLength(10)),
  /** Of the hidden layers; of the last one too, where `outputActivation` does not say. */
  activation: v.picklist(['tanh', 'relu', 'linear', 'identity']),
  /** What is not tanh is clipped to [-1, 1]. */
  outputActivation: v.optional(v.picklist(['tanh', 'linear', 'identity'])),
  /** For each layer W row-major (in, out), then b. */
  weights: v.array(v.pipe(v.number(), v.finite(), v.minValue(-HUGE), v.maxValue(HUGE))),
});

/** What a policy from elsewhere has to be. */
export const policySchema = v.pipe(
  plain,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { layers, activation, outputActivation, weights } = dataset.value;
    const needed = weightCount(layers);
    if (weights.length !== needed) {
      addIssue({ message: `weights has ${weights.length} numbers, layers [${layers}] need ${needed}` });
    }
    if (activation === 'relu' && outputActivation === undefined) {
      addIssue({ message: 'outputActivation is missing, must be "tanh" or "linear" where activation is "relu"' });
    }
  }),
);

/** A feed-forward net from elsewhere, as a brain of ours with its genome. */
export interface ForeignPolicy {
  observationSize: number;
  actionSize: number;
  /** Settings of an experiment's brain. */
  brain: { name: 'mlp'; hidden: number[]; activation: 'tanh' | 'relu' | 'linear'; output: 'tanh' | 'clip' };
  /** The weights, rounded to single precision. */
  genome: Genome;
}

/** The policy in a document; keys of its own are left alone. Throws an Error that starts with `source` and names the first fault. */
export function policyFromDocument(document: unknown, source: string): ForeignPolicy {
  const { layers, activation, outputActivation = activation, weights } = parse(policySchema, document, source);
  return {
    observationSize: layers[0] as number,
    actionSize: layers.at(-1) as number,
    brain: {
      name: 'mlp',
      hidden: layers.slice(1, -1),
      activation: activation === 'identity' ? 'linear' : activation,
      output: outputActivation === 'tanh' ? 'tanh' : 'clip',
    },
    genome: Float32Array.from(weights),
  };
}
