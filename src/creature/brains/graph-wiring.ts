import { CODE_HEAD } from '../../math/graph-code.ts';
import { structureOf } from '../../math/graph-structure.ts';
import type { Wiring, WiringNode } from '../wiring.ts';

/** The wiring that a graph's code says: biases and weights stand in the code where its own layout puts them. */
export function graphWiring(code: Float32Array): Wiring {
  const { nodes, connections } = structureOf(code);
  const inputCount = nodes.filter(({ kind }) => kind === 'input').length;
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const weights = CODE_HEAD + 2 * (nodes.length - inputCount);
  return {
    nodes: nodes.map(({ kind, id, index, depth }, place): WiringNode => {
      if (kind === 'input') return { kind, id, index, depth, activation: 'felt', parameters: [] };
      const parameter = CODE_HEAD + 2 * (place - inputCount) + 1;
      return { kind, id, index, depth, activation: 'tanh', parameters: [{ name: 'bias', parameter }] };
    }),
    connections: connections.map(({ from, to }, k) => {
      return { from: places.get(from) as number, to: places.get(to) as number, parameter: weights + 3 * k + 2 };
    }),
  };
}
