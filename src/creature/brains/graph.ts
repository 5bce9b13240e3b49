import * as v from 'valibot';
import { smallestGraph } from '../../math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../math/graph-code.ts';
import { tanh } from '../../math/portable.ts';
import { type BrainShape, defineBrain, type Policy } from '../brain.ts';
import { graphWiring } from './graph-wiring.ts';

/**
 * A feed-forward net of any topology. Its genome is the code of a graph (`math/graph-code.ts`), whose length grows with
 * the net. Every neuron computes tanh(bias + sum) and adds the terms in the order of the code.
 */
export const graph = defineBrain({
  name: 'graph',
  title: 'Growing net',
  about: 'Neurons with any connections: the connections themselves evolve, from no hidden neuron to as many as needed.',
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
      createPolicy: (parameters) => policyOf(parameters, shape),
      wiring: graphWiring,
    };
  },
});

/** Values are indexed by node: inputs first, then neurons in the order of the code. */
function policyOf(parameters: Float32Array, { observationSize, actionSize }: BrainShape): Policy {
  const { nodes, connections } = graphFromCode(parameters);
  const places = new Map(nodes.map(({ id }, k) => [id, observationSize + k]));
  const biases = Float64Array.from(nodes, ({ bias }) => bias);
  const sources = Int32Array.from(connections, ({ from }) => places.get(from) ?? from);
  const weights = Float64Array.from(connections, ({ weight }) => weight);
  /** End of each neuron's connections in the list of all connections. */
  const ends = new Int32Array(nodes.length);
  for (const { to } of connections) ends[places.get(to)! - observationSize]!++;
  for (let k = 1; k < ends.length; k++) ends[k]! += ends[k - 1]!;
  const values = new Float64Array(observationSize + nodes.length);
  const firstAction = values.length - actionSize;
  return (observation, action) => {
    values.set(observation);
    let c = 0;
    for (let k = 0; k < biases.length; k++) {
      let sum = biases[k]!;
      for (const end = ends[k]!; c < end; c++) sum += values[sources[c]!]! * weights[c]!;
      values[observationSize + k] = tanh(sum);
    }
    for (let j = 0; j < actionSize; j++) action[j] = values[firstAction + j]!;
  };
}
