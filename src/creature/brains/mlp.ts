import * as v from 'valibot';
import { choice } from '../../schema/field.ts';
import { defineBrain } from '../brain.ts';
import { affine, dense, denseCount } from './dense.ts';
import { denseWiring } from './dense-wiring.ts';
import { layerSizes } from './layer-sizes.ts';

type Layer = typeof dense;

const clip: Layer = (weights, at, x, y) => {
  affine(weights, at, x, y);
  for (let j = 0; j < y.length; j++) y[j] = Math.max(-1, Math.min(y[j]!, 1));
};

const relu: Layer = (weights, at, x, y) => {
  affine(weights, at, x, y);
  for (let j = 0; j < y.length; j++) y[j] = Math.max(0, y[j]!);
};

const hiddenLayers = { tanh: dense, relu, linear: affine };
const outputLayers = { tanh: dense, clip };

/** A feed-forward net (multilayer perceptron) of any depth and width, tanh throughout by default. */
export const mlp = defineBrain({
  name: 'mlp',
  title: 'Feed-forward net',
  about: 'Layers of neurons: what it feels now decides what it does now.',
  settings: v.strictObject({
    hidden: layerSizes,
    activation: choice({
      default: 'tanh',
      options: ['tanh', 'relu', 'linear'],
      title: 'Hidden neurons',
      effect:
        'How a hidden neuron turns its sum into its output. The output of tanh is bounded, which suits evolution.',
      fixed: true,
    }),
    output: choice({
      default: 'tanh',
      options: ['tanh', 'clip'],
      title: 'Outputs',
      effect: 'With tanh, actions approach their limits smoothly; with linear, they are cut off there.',
      fixed: true,
    }),
  }),
  build({ hidden, activation, output }, { observationSize, actionSize }) {
    const sizes = [observationSize, ...hidden, actionSize];
    const layers = sizes.slice(1).map((outputs, i) => ({ inputs: sizes[i]!, outputs }));
    const parameterCount = layers.reduce((sum, { inputs, outputs }) => sum + denseCount(inputs, outputs), 0);
    const hiddenLayer = hiddenLayers[activation];
    const outputLayer = outputLayers[output];
    return {
      parameterCount,
      createPolicy(parameters) {
        const weights = new Float64Array(parameters);
        const values = hidden.map((size) => new Float64Array(size));
        return (observation, action) => {
          let x = observation;
          let at = 0;
          for (let layer = 0; layer < values.length; layer++) {
            const y = values[layer]!;
            hiddenLayer(weights, at, x, y);
            at += denseCount(x.length, y.length);
            x = y;
          }
          outputLayer(weights, at, x, action);
        };
      },
      wiring: () => denseWiring(sizes, activation, output),
    };
  },
});
