/** A neuron: its value is tanh(bias + sum of weight * source). */
export interface GraphNode {
  id: number;
  bias: number;
}

export interface GraphConnection {
  from: number;
  to: number;
  weight: number;
}

/**
 * A feed-forward net of any topology, without layers. Node ids: inputs 0, 1, ... in the order of the observation, then outputs in
 * the order of the action, then hidden neurons with any higher whole numbers, which they keep while the net grows.
 * No connection leads to an input or starts from an output.
 */
export interface Graph {
  inputCount: number;
  outputCount: number;
  /** Outputs and hidden neurons, in any order. */
  nodes: readonly GraphNode[];
  connections: readonly GraphConnection[];
}

/** The smallest net: every input is connected to every output, with weight 0. */
export function smallestGraph(inputCount: number, outputCount: number): Graph {
  const outputs = Array.from({ length: outputCount }, (_, j) => inputCount + j);
  return {
    inputCount,
    outputCount,
    nodes: outputs.map((id) => ({ id, bias: 0 })),
    connections: outputs.flatMap((to) => Array.from({ length: inputCount }, (_, from) => ({ from, to, weight: 0 }))),
  };
}

/**
 * Depth of each node: the number of connections on the longest path to it. Nodes of smaller depth are computed first. All outputs
 * have the same depth, one more than the deepest hidden neuron. Throws a RangeError when the connections form a cycle or start
 * from an unknown node.
 */
export function depthsOf({ inputCount, outputCount, nodes, connections }: Graph): Map<number, number> {
  const depths = new Map<number, number>();
  for (let i = 0; i < inputCount; i++) depths.set(i, 0);
  const hidden = nodes.map(({ id }) => id).filter((id) => id >= inputCount + outputCount);
  /** Number of incoming connections whose source has no depth yet, for each hidden neuron. */
  const waiting = new Map(hidden.map((id) => [id, 0]));
  const outgoing = new Map<number, number[]>();
  for (const { from, to } of connections) {
    if (!waiting.has(to)) continue;
    waiting.set(to, waiting.get(to)! + 1);
    const targets = outgoing.get(from);
    if (targets) targets.push(to);
    else outgoing.set(from, [to]);
  }
  // Topological sort (Kahn 1962).
  const ready = hidden.filter((id) => waiting.get(id) === 0);
  for (const id of ready) depths.set(id, 1);
  const queue = [...Array.from({ length: inputCount }, (_, i) => i), ...ready];
  let deepest = 0;
  for (let next = 0; next < queue.length; next++) {
    const from = queue[next]!;
    const depth = depths.get(from)!;
    deepest = Math.max(deepest, depth);
    for (const to of outgoing.get(from) ?? []) {
      const left = waiting.get(to)! - 1;
      waiting.set(to, left);
      depths.set(to, Math.max(depths.get(to) ?? 0, depth + 1));
      if (left === 0) queue.push(to);
    }
  }
  const stuck = hidden.find((id) => waiting.get(id)! > 0);
  if (stuck !== undefined) throw new RangeError(`neuron ${stuck} is in a cycle or has an unknown input`);
  for (let j = 0; j < outputCount; j++) depths.set(inputCount + j, deepest + 1);
  return depths;
}

/** Whether connections lead from `start` to `end`. */
export function hasPath(connections: readonly GraphConnection[], start: number, end: number): boolean {
  const seen = new Set([start]);
  for (const node of seen) {
    if (node === end) return true;
    for (const { from, to } of connections) if (from === node) seen.add(to);
  }
  return false;
}
