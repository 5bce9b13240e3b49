import * as v from 'valibot';
import { integers } from '../../schema/field.ts';
import { brainKind } from '../brain.ts';
import { dense, denseCount } from './dense.ts';

/** A feed-forward net (multilayer perceptron) of any depth and width, tanh throughout. */
export const mlp = brainKind({
  name: 'mlp',
  title: 'Feed-forward net',
  about: 'Layers of tanh neurons: what it feels now decides what it does now.',
  settings: v.strictObject({
    hidden: integers({
      default: [16],
      min: 1,
      max: 256,
      maxLength: 8,
      title: 'Hidden layers',
      effect: 'Neurons in each hidden layer; more can express more and take longer to train.',
      level: 'basic',
      fixed: true,
    }),
  }),
  build({ hidden }, { observationSize, actionSize }) {
    const sizes = [observationSize, ...hidden, actionSize];
    const layers = sizes.slice(1).map((outputs, i) => ({ inputs: sizes[i] as number, outputs }));
    const parameterCount = layers.reduce((sum, { inputs, outputs }) => sum + denseCount(inputs, outputs), 0);
    return {
      parameterCount,
      wake(parameters) {
        const weights = new Float64Array(parameters);
        const values = hidden.map((size) => new Float64Array(size));
        return (observation, action) => {
          let x = observation;
          let at = 0;
          for (const y of values) {
            dense(weights, at, x, y);
            at += denseCount(x.length, y.length);
            x = y;
          }
          dense(weights, at, x, action);
        };
      },
    };
  },
});
