import { depthsOf, type GraphConnection, type GraphNode } from './graph.ts';
import { graphFromCode } from './graph-code.ts';

export interface StructureNode extends GraphNode {
  kind: 'input' | 'hidden' | 'output';
  /** Among its kind, from 0: of an input which sensor, of an output which joint. */
  index: number;
  /** How far from the inputs to draw it: 0 for them, the same for all outputs, more than any hidden neuron's. */
  depth: number;
}

/** A net to be drawn. */
export interface Structure {
  /** Inputs, hidden neurons in the order they are computed, outputs. */
  nodes: StructureNode[];
  connections: readonly GraphConnection[];
}

/** What the net of a genome looks like. Throws a RangeError with the fault of what is no net. */
export function structureOf(code: ArrayLike<number>): Structure {
  const graph = graphFromCode(code);
  const { inputCount, outputCount, nodes, connections } = graph;
  const depths = depthsOf(graph);
  const hiddenCount = nodes.length - outputCount;
  const inputs = Array.from({ length: inputCount }, (_, index): StructureNode => {
    return { id: index, bias: 0, kind: 'input', index, depth: 0 };
  });
  const others = nodes.map((node, k): StructureNode => {
    const depth = depths.get(node.id) as number;
    if (k < hiddenCount) return { ...node, kind: 'hidden', index: k, depth };
    return { ...node, kind: 'output', index: k - hiddenCount, depth };
  });
  return { nodes: [...inputs, ...others], connections };
}
