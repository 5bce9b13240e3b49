import { CODE_HEAD } from '../../math/graph-code.ts';
import { structureOf } from '../../math/graph-structure.ts';
import type { Wiring, WiringNode } from '../wiring.ts';

/** Graph of a genome that is a graph's code (`math/graph-code.ts`). */
export function graphWiring(code: Float32Array): Wiring {
  const { nodes, connections } = structureOf(code);
  const inputCount = nodes.filter(({ kind }) => kind === 'input').length;
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const firstWeight = CODE_HEAD + 2 * (nodes.length - inputCount);
  return {
    nodes: nodes.map(({ kind, id, index, depth }, place): WiringNode => {
      if (kind === 'input') return { kind, id, index, depth, activation: 'input', parameters: [] };
      const parameter = CODE_HEAD + 2 * (place - inputCount) + 1;
      return { kind, id, index, depth, activation: 'tanh', parameters: [{ name: 'bias', parameter }] };
    }),
    connections: connections.map(({ from, to }, k) => {
      return { from: places.get(from)!, to: places.get(to)!, parameter: firstWeight + 3 * k + 2 };
    }),
  };
}
