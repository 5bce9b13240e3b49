import { depthsOf, type GraphConnection, type GraphNode } from './graph.ts';
import { graphFromCode } from './graph-code.ts';

export interface StructureNode extends GraphNode {
  kind: 'input' | 'hidden' | 'output';
  /** Index among the nodes of its kind: the sensor of an input, the joint of an output. */
  index: number;
  /** Column to draw it in: 0 for inputs, the highest for all outputs. */
  depth: number;
}

/** The structure of a net, as needed to draw it. */
export interface Structure {
  /** Inputs, hidden neurons in the order they are computed, outputs. */
  nodes: StructureNode[];
  connections: readonly GraphConnection[];
}

/** The structure of a net given by its code. Throws a RangeError when the code is not valid. */
export function structureOf(code: ArrayLike<number>): Structure {
  const graph = graphFromCode(code);
  const { inputCount, outputCount, nodes, connections } = graph;
  const depths = depthsOf(graph);
  const hiddenCount = nodes.length - outputCount;
  const inputs = Array.from({ length: inputCount }, (_, index): StructureNode => {
    return { id: index, bias: 0, kind: 'input', index, depth: 0 };
  });
  const others = nodes.map((node, k): StructureNode => {
    const depth = depths.get(node.id)!;
    if (k < hiddenCount) return { ...node, kind: 'hidden', index: k, depth };
    return { ...node, kind: 'output', index: k - hiddenCount, depth };
  });
  return { nodes: [...inputs, ...others], connections };
}
