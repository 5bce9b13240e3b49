import * as v from 'valibot';
import { smallestGraph } from '../../math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../math/graph-code.ts';
import { tanh } from '../../math/portable.ts';
import { type BrainShape, defineBrain, type Policy } from '../brain.ts';
import { graphWiring } from './graph-wiring.ts';

/**
 * A feed-forward net of any topology: its genome is the code of a graph (`math/graph-code.ts`) and as long as the net is
 * large. Every neuron is tanh(bias + sum), terms added in the order of the code.
 */
export const graph = defineBrain({
  name: 'graph',
  title: 'Growing net',
  about: 'Neurons wired any which way: the wiring itself evolves, from no hidden neuron to as many as it takes.',
  genome: 'graph',
  settings: v.strictObject({}),
  build(_settings, shape) {
    const { observationSize, actionSize } = shape;
    const start = graphToCode(smallestGraph(observationSize, actionSize));
    return {
      parameterCount: start.length,
      initialGenome: start,
      validate(genome) {
        const fault = codeFault(genome);
        if (fault !== '') return fault;
        const [inputs, outputs] = genome;
        if (inputs === observationSize && outputs === actionSize) return '';
        return `net has ${inputs} inputs and ${outputs} outputs, this body needs ${observationSize} and ${actionSize}`;
      },
      createPolicy: (parameters) => awake(parameters, shape),
      wiring: graphWiring,
    };
  },
});

/** Neurons and connections in flat arrays, by place: inputs first, then as the code has them. */
function awake(parameters: Float32Array, { observationSize, actionSize }: BrainShape): Policy {
  const { nodes, connections } = graphFromCode(parameters);
  const places = new Map(nodes.map(({ id }, k) => [id, observationSize + k]));
  const biases = Float64Array.from(nodes, ({ bias }) => bias);
  const sources = Int32Array.from(connections, ({ from }) => places.get(from) ?? from);
  const weights = Float64Array.from(connections, ({ weight }) => weight);
  /** Where the connections into each neuron end. */
  const ends = new Int32Array(nodes.length);
  for (const { to } of connections) ends[(places.get(to) as number) - observationSize]!++;
  for (let k = 1; k < ends.length; k++) ends[k]! += ends[k - 1] as number;
  const values = new Float64Array(observationSize + nodes.length);
  const firstAction = values.length - actionSize;
  return (observation, action) => {
    values.set(observation);
    let c = 0;
    for (let k = 0; k < biases.length; k++) {
      let sum = biases[k] as number;
      for (const end = ends[k] as number; c < end; c++)
        sum += (values[sources[c] as number] as number) * (weights[c] as number);
      values[observationSize + k] = tanh(sum);
    }
    for (let j = 0; j < actionSize; j++) action[j] = values[firstAction + j] as number;
  };
}
