import * as v from 'valibot';
import { integer } from '../../schema/field.ts';
import { defineBrain } from '../brain.ts';
import type { WiringNode } from '../wiring.ts';
import { dense, denseCount } from './dense.ts';
import { denseWiring } from './dense-wiring.ts';

/** An Elman net: the hidden layer reads the observation and its own last state, so it can keep time. */
export const recurrent = defineBrain({
  name: 'recurrent',
  title: 'Recurrent net',
  about: 'Its hidden neurons have a memory, so it can make its own rhythm.',
  settings: v.strictObject({
    hidden: integer({
      default: 12,
      min: 1,
      max: 128,
      title: 'Hidden neurons',
      effect: 'Neurons with a memory; more can remember more and take longer to train.',
      level: 'basic',
      fixed: true,
    }),
  }),
  build({ hidden }, { observationSize, actionSize }) {
    const inputs = observationSize + hidden;
    const inner = denseCount(inputs, hidden);
    return {
      parameterCount: inner + denseCount(hidden, actionSize),
      createPolicy(parameters) {
        const weights = new Float64Array(parameters);
        const input = new Float64Array(inputs);
        const state = new Float64Array(hidden);
        return (observation, action) => {
          input.set(observation);
          input.set(state, observationSize);
          dense(weights, 0, input, state);
          dense(weights, inner, state, action);
        };
      },
      wiring() {
        const { nodes, connections } = denseWiring([inputs, hidden, actionSize], 'tanh', 'tanh');
        const withMemory = nodes.map((node, k): WiringNode => {
          if (k < observationSize || k >= inputs) return node;
          const index = k - observationSize;
          return { ...node, kind: 'memory', index, activation: 'memory', source: inputs + index };
        });
        return { nodes: withMemory, connections };
      },
    };
  },
});
