import { depthsOf, type Graph } from './graph.ts';

/**
 * The code of a graph: its genome, a row of numbers that describes its own structure:
 *
 *     inputs, outputs, hidden neurons, connections,
 *     (id, bias) of each hidden neuron and then of each output, in the order they are computed,
 *     (from, to, weight) of each connection, in the order of their targets.
 *
 * Every connection has to lead forwards in that order, so a code cannot describe a cycle.
 */
export const CODE_HEAD = 4;

/** Larger ids are not exact in single precision. */
const MAX_ID = 16_777_216;

/** A limit of its own: inputs take no space in a code, so its length does not limit them. */
const MAX_INPUTS = 10_000;

const size = (nodes: number, connections: number) => CODE_HEAD + 2 * nodes + 3 * connections;

/** The code of a graph; the order of its neurons and connections does not matter. Throws a RangeError when it has a cycle. */
export function graphToCode(graph: Graph): Float32Array {
  const { inputCount, outputCount, nodes, connections } = graph;
  const depths = depthsOf(graph);
  const depth = (id: number) => depths.get(id)!;
  const before = (a: number, b: number) => depth(a) - depth(b) || a - b;
  const code = new Float32Array(size(nodes.length, connections.length));
  code.set([inputCount, outputCount, nodes.length - outputCount, connections.length]);
  let at = CODE_HEAD;
  for (const { id, bias } of nodes.toSorted((a, b) => before(a.id, b.id))) {
    code[at++] = id;
    code[at++] = bias;
  }
  for (const { from, to, weight } of connections.toSorted((a, b) => before(a.to, b.to) || a.from - b.from)) {
    code[at++] = from;
    code[at++] = to;
    code[at++] = weight;
  }
  return code;
}

/** The graph of a code, neurons and connections in the code's order. Throws a RangeError when the code is not valid. */
export function graphFromCode(code: ArrayLike<number>): Graph {
  const fault = codeFault(code);
  if (fault !== '') throw new RangeError(fault);
  const [inputCount, outputCount, hiddenCount, connectionCount] = head(code);
  const at = (i: number) => code[i]!;
  const nodeCount = hiddenCount + outputCount;
  const start = size(nodeCount, 0);
  return {
    inputCount,
    outputCount,
    nodes: Array.from({ length: nodeCount }, (_, k) => ({
      id: at(CODE_HEAD + 2 * k),
      bias: at(CODE_HEAD + 2 * k + 1),
    })),
    connections: Array.from({ length: connectionCount }, (_, k) => {
      return { from: at(start + 3 * k), to: at(start + 3 * k + 1), weight: at(start + 3 * k + 2) };
    }),
  };
}

const head = (code: ArrayLike<number>) =>
  Array.from({ length: CODE_HEAD }, (_, i) => code[i]) as [number, number, number, number];

/** What is wrong with a code, in one sentence; empty when it is valid. Takes time proportional to its length, not to its counts. */
export function codeFault(code: ArrayLike<number>): string {
  if (code.length < CODE_HEAD) return `net has ${code.length} numbers, fewer than its ${CODE_HEAD} counts`;
  for (let i = 0; i < code.length; i++) if (!Number.isFinite(code[i])) return `number ${i} of the net is ${code[i]}`;
  const counts = head(code);
  if (!counts.every((count) => Number.isInteger(count) && count >= 0))
    return `net begins with ${counts.join(', ')}, which are not counts`;
  const [inputCount, outputCount, hiddenCount, connectionCount] = counts;
  if (inputCount > MAX_INPUTS) return `net has ${inputCount} inputs, more than ${MAX_INPUTS}`;
  const length = size(hiddenCount + outputCount, connectionCount);
  if (code.length !== length) return `net has ${code.length} numbers, but its counts need ${length}`;

  // Position of each neuron in the order of computation.
  const positions = new Map<number, number>();
  for (let k = 0; k < hiddenCount + outputCount; k++) {
    const id = code[CODE_HEAD + 2 * k]!;
    const lowest = inputCount + outputCount;
    const isValid =
      k < hiddenCount ? Number.isInteger(id) && id >= lowest && id <= MAX_ID : id === inputCount + k - hiddenCount;
    if (!isValid || positions.has(id)) return `neuron ${k} of the net has the id ${id}, which is taken or out of range`;
    positions.set(id, k);
  }
  const isInput = (id: number) => Number.isInteger(id) && id >= 0 && id < inputCount;
  let latest = 0;
  for (let k = 0, at = CODE_HEAD + 2 * (hiddenCount + outputCount); k < connectionCount; k++, at += 3) {
    const [from, to] = [code[at]!, code[at + 1]!];
    const source = isInput(from) ? -1 : positions.get(from);
    const target = positions.get(to);
    if (source === undefined || target === undefined)
      return `connection ${k} of the net, ${from} to ${to}, joins a node that does not exist`;
    if (source >= hiddenCount || source >= target || target < latest)
      return `connection ${k} of the net, ${from} to ${to}, leads backwards`;
    latest = target;
  }
  return '';
}
