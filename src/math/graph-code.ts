import { depthsOf, type Graph } from './graph.ts';

/**
 * A graph as a row of numbers that tells its own shape:
 *
 *     inputs, outputs, hidden neurons, connections,
 *     (id, bias) of each hidden neuron and then of each output, in the order they are computed,
 *     (from, to, weight) of each connection, in the order of their targets.
 *
 * As every connection has to lead onwards in that order, a code cannot say a circle.
 */
export const CODE_HEAD = 4;

/** Ids beyond it are not whole in single precision. */
const MOST_ID = 16_777_216;

/** Inputs have no numbers of their own in a code, so its length does not limit them. */
const MOST_INPUTS = 10_000;

const size = (nodes: number, connections: number) => CODE_HEAD + 2 * nodes + 3 * connections;

/** The code of a graph: the same whatever order its neurons and connections come in. Throws a RangeError on a circle. */
export function graphToCode(graph: Graph): Float32Array {
  const { inputCount, outputCount, nodes, connections } = graph;
  const depths = depthsOf(graph);
  const depth = (id: number) => depths.get(id) as number;
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

/** The graph of a code, neurons and connections in the code's order. Throws a RangeError with the fault of what is none. */
export function graphFromCode(code: ArrayLike<number>): Graph {
  const fault = codeFault(code);
  if (fault !== '') throw new RangeError(fault);
  const [inputCount, outputCount, hiddenCount, connectionCount] = head(code);
  const at = (i: number) => code[i] as number;
  const nodeCount = hiddenCount + outputCount;
  const wires = size(nodeCount, 0);
  return {
    inputCount,
    outputCount,
    nodes: Array.from({ length: nodeCount }, (_, k) => ({
      id: at(CODE_HEAD + 2 * k),
      bias: at(CODE_HEAD + 2 * k + 1),
    })),
    connections: Array.from({ length: connectionCount }, (_, k) => {
      return { from: at(wires + 3 * k), to: at(wires + 3 * k + 1), weight: at(wires + 3 * k + 2) };
    }),
  };
}

const head = (code: ArrayLike<number>) =>
  Array.from({ length: CODE_HEAD }, (_, i) => code[i]) as [number, number, number, number];

/** What is wrong with a code, in one sentence; empty when it is one. Takes time in proportion to its length, whatever it says. */
export function codeFault(code: ArrayLike<number>): string {
  if (code.length < CODE_HEAD) return `net has ${code.length} numbers, less than the ${CODE_HEAD} it begins with`;
  for (let i = 0; i < code.length; i++) if (!Number.isFinite(code[i])) return `number ${i} of the net is ${code[i]}`;
  const counts = head(code);
  if (!counts.every((count) => Number.isInteger(count) && count >= 0))
    return `net begins with ${counts.join(', ')}, which are no counts`;
  const [inputCount, outputCount, hiddenCount, connectionCount] = counts;
  if (inputCount > MOST_INPUTS) return `net has ${inputCount} inputs, more than ${MOST_INPUTS}`;
  const length = size(hiddenCount + outputCount, connectionCount);
  if (code.length !== length) return `net has ${code.length} numbers, by its own count ${length}`;

  // When a neuron is computed; inputs are there before all others.
  const places = new Map<number, number>();
  for (let k = 0; k < hiddenCount + outputCount; k++) {
    const id = code[CODE_HEAD + 2 * k] as number;
    const least = inputCount + outputCount;
    const sound =
      k < hiddenCount ? Number.isInteger(id) && id >= least && id <= MOST_ID : id === inputCount + k - hiddenCount;
    if (!sound || places.has(id)) return `neuron ${k} of the net has the number ${id}, which cannot be its own`;
    places.set(id, k);
  }
  const isInput = (id: number) => Number.isInteger(id) && id >= 0 && id < inputCount;
  let latest = 0;
  for (let k = 0, at = CODE_HEAD + 2 * (hiddenCount + outputCount); k < connectionCount; k++, at += 3) {
    const [from, to] = [code[at] as number, code[at + 1] as number];
    const source = isInput(from) ? -1 : places.get(from);
    const target = places.get(to);
    if (source === undefined || target === undefined)
      return `connection ${k} of the net, ${from} to ${to}, has no such end`;
    if (source >= hiddenCount || source >= target || target < latest)
      return `connection ${k} of the net, ${from} to ${to}, leads backwards`;
    latest = target;
  }
  return '';
}
