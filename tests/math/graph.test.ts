import { describe, expect, test } from 'vitest';
import { depthsOf, type Graph, hasPath, smallestGraph } from '../../src/math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../src/math/graph-code.ts';
import { structureOf } from '../../src/math/graph-structure.ts';

/** Inputs 0 and 1, output 2, hidden 5 and 7; 7 is computed before 5. */
const net: Graph = {
  inputCount: 2,
  outputCount: 1,
  nodes: [
    { id: 2, bias: 0.5 },
    { id: 5, bias: -1 },
    { id: 7, bias: 0.25 },
  ],
  connections: [
    { from: 5, to: 2, weight: 4 },
    { from: 0, to: 2, weight: 5 },
    { from: 7, to: 5, weight: 3 },
    { from: 1, to: 5, weight: 2 },
    { from: 0, to: 7, weight: 1 },
  ],
};
const code = [...[2, 1, 2, 5], ...[7, 0.25, 5, -1, 2, 0.5], ...[0, 7, 1, 1, 5, 2, 7, 5, 3, 0, 2, 5, 5, 2, 4]];

test('a code lists neurons in the order of computation and connections by target', () => {
  expect(Array.from(graphToCode(net))).toEqual(code);
  const shuffled = { ...net, nodes: net.nodes.toReversed(), connections: net.connections.toReversed() };
  expect(Array.from(graphToCode(shuffled))).toEqual(code);
  expect(graphToCode(graphFromCode(code))).toEqual(graphToCode(net));
  expect(codeFault(code)).toBe('');
});

test('the smallest net connects all inputs to all outputs with weight 0', () => {
  const { nodes, connections } = smallestGraph(2, 3);
  expect(nodes.map(({ id }) => id)).toEqual([2, 3, 4]);
  expect(connections.length).toBe(6);
  expect(connections.every(({ from, to, weight }) => from < 2 && to >= 2 && weight === 0)).toBe(true);
});

test('depth is the length of the longest path, and outputs are deepest', () => {
  expect(depthsOf(net)).toEqual(
    new Map([
      [0, 0],
      [1, 0],
      [7, 1],
      [5, 2],
      [2, 3],
    ]),
  );
  const disconnected = { ...net, connections: [{ from: 5, to: 2, weight: 1 }] };
  expect(depthsOf(disconnected).get(5)).toBe(1);
  expect(depthsOf(disconnected).get(2)).toBe(2);
  const circle = { ...net, connections: [...net.connections, { from: 5, to: 7, weight: 1 }] };
  expect(() => depthsOf(circle)).toThrow(/^neuron \d is in a cycle or has an unknown input$/);
});

test('a path follows the direction of connections', () => {
  expect(hasPath(net.connections, 0, 2)).toBe(true);
  expect(hasPath(net.connections, 7, 5)).toBe(true);
  expect(hasPath(net.connections, 5, 7)).toBe(false);
  expect(hasPath(net.connections, 5, 5)).toBe(true);
});

test('the structure lists inputs, hidden neurons and outputs with their depths', () => {
  const { nodes, connections } = structureOf(code);
  expect(nodes.map(({ id, kind, index, depth }) => [id, kind, index, depth])).toEqual([
    [0, 'input', 0, 0],
    [1, 'input', 1, 0],
    [7, 'hidden', 0, 1],
    [5, 'hidden', 1, 2],
    [2, 'output', 0, 3],
  ]);
  expect(connections).toContainEqual({ from: 7, to: 5, weight: 3 });
  expect(nodes[3]?.bias).toBe(-1);
});

describe('an invalid code is refused when', () => {
  const put = (...changes: [number, number][]) => {
    const other = code.slice();
    for (const [i, value] of changes) other[i] = value;
    return other;
  };
  test.each<[string, ArrayLike<number>, string]>([
    ['it is empty', [], 'net has 0 numbers, fewer than its 4 counts'],
    ['a weight is NaN', put([12, Number.NaN]), 'number 12 of the net is NaN'],
    ['a bias is infinite', put([5, Number.POSITIVE_INFINITY]), 'number 5 of the net is Infinity'],
    ['a count is negative', put([2, -1]), 'net begins with 2, 1, -1, 5, which are not counts'],
    ['a count is not whole', put([3, 4.5]), 'net begins with 2, 1, 2, 4.5, which are not counts'],
    ['a count is wrong', put([3, 6]), 'net has 25 numbers, but its counts need 28'],
    ['a count is huge', put([2, 1e30]), 'net has 25 numbers, but its counts need 2e+30'],
    ['it has too many inputs', put([0, 1e9]), 'net has 1000000000 inputs, more than 10000'],
    ['two neurons have one id', put([6, 7]), 'neuron 1 of the net has the id 7, which is taken or out of range'],
    [
      'a hidden neuron has the id of an input',
      put([4, 1]),
      'neuron 0 of the net has the id 1, which is taken or out of range',
    ],
    ['an output has another id', put([8, 3]), 'neuron 2 of the net has the id 3, which is taken or out of range'],
    [
      'an id is too large',
      put([4, 2 ** 25]),
      'neuron 0 of the net has the id 33554432, which is taken or out of range',
    ],
    ['a source does not exist', put([10, 9]), 'connection 0 of the net, 9 to 7, joins a node that does not exist'],
    ['a source is a fraction', put([10, 0.5]), 'connection 0 of the net, 0.5 to 7, joins a node that does not exist'],
    ['a target is an input', put([11, 1]), 'connection 0 of the net, 0 to 1, joins a node that does not exist'],
    ['there is a cycle', put([10, 5]), 'connection 0 of the net, 5 to 7, leads backwards'],
    ['a neuron feeds itself', put([10, 7]), 'connection 0 of the net, 7 to 7, leads backwards'],
    ['a connection starts from an output', put([22, 2]), 'connection 4 of the net, 2 to 2, leads backwards'],
    ['connections are out of order', put([11, 2]), 'connection 1 of the net, 1 to 5, leads backwards'],
  ])('%s', (_what, wrong, sentence) => {
    expect(codeFault(wrong)).toBe(sentence);
    expect(() => graphFromCode(wrong)).toThrow(sentence);
  });
});

test('a long code is read: in time that grows with its square it would take longer than a test may', () => {
  const count = 100_000;
  const long = Float32Array.from([
    ...[1, 1, 1, count + 1],
    ...[2, 0, 1, 0],
    ...new Array(count).fill([0, 2, 1]).flat(),
    2,
    1,
    1,
  ]);
  expect(codeFault(long)).toBe('');
  expect(structureOf(long).connections.length).toBe(count + 1);
});
