/** A neuron: its value is tanh(bias + what comes in). */
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
 * A feed-forward net of any topology, without layers. Inputs are 0, 1, ... in the order of what is felt, outputs the numbers
 * after them in the order of the actions, hidden neurons any whole numbers above, by which they stay known as the net grows.
 * Nothing comes into an input or goes out of an output.
 */
export interface Graph {
  inputCount: number;
  outputCount: number;
  /** Outputs and hidden neurons, in any order. */
  nodes: readonly GraphNode[];
  connections: readonly GraphConnection[];
}

/** The smallest net: every input goes to every output, with weight 0. */
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
 * Longest way from any start to each neuron, in connections: neurons of less depth are computed first. All outputs have the
 * same, one more than any hidden neuron. Throws a RangeError when connections go round in a circle or come from nowhere.
 */
export function depthsOf({ inputCount, outputCount, nodes, connections }: Graph): Map<number, number> {
  const depths = new Map<number, number>();
  for (let i = 0; i < inputCount; i++) depths.set(i, 0);
  const hidden = nodes.map(({ id }) => id).filter((id) => id >= inputCount + outputCount);
  const waiting = new Map(hidden.map((id) => [id, 0]));
  const outgoing = new Map<number, number[]>();
  for (const { from, to } of connections) {
    if (!waiting.has(to)) continue;
    waiting.set(to, (waiting.get(to) as number) + 1);
    const goals = outgoing.get(from);
    if (goals) goals.push(to);
    else outgoing.set(from, [to]);
  }
  // Kahn 1962: whatever waits for nothing any more is next.
  const reached = hidden.filter((id) => waiting.get(id) === 0);
  for (const id of reached) depths.set(id, 1);
  const queue = [...Array.from({ length: inputCount }, (_, i) => i), ...reached];
  let deepest = 0;
  for (let next = 0; next < queue.length; next++) {
    const from = queue[next] as number;
    const depth = depths.get(from) as number;
    deepest = Math.max(deepest, depth);
    for (const to of outgoing.get(from) ?? []) {
      const left = (waiting.get(to) as number) - 1;
      waiting.set(to, left);
      depths.set(to, Math.max(depths.get(to) ?? 0, depth + 1));
      if (left === 0) queue.push(to);
    }
  }
  const stuck = hidden.find((id) => (waiting.get(id) as number) > 0);
  if (stuck !== undefined) throw new RangeError(`neuron ${stuck} waits for itself or for nothing`);
  for (let j = 0; j < outputCount; j++) depths.set(inputCount + j, deepest + 1);
  return depths;
}

/** Whether one can come from `start` to `end` along connections. */
export function leadsTo(connections: readonly GraphConnection[], start: number, end: number): boolean {
  const seen = new Set([start]);
  for (const node of seen) {
    if (node === end) return true;
    for (const { from, to } of connections) if (from === node) seen.add(to);
  }
  return false;
}
