import { describe, expect, test } from 'vitest';
import { depthsOf, type Graph, leadsTo, smallestGraph } from '../../src/math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../src/math/graph-code.ts';
import { structureOf } from '../../src/math/graph-structure.ts';

/** Two inputs 0 1, one output 2; 7 comes before 5, though it is the younger. */
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

test('a code has neurons as they are computed and connections by their targets', () => {
  expect(Array.from(graphToCode(net))).toEqual(code);
  const shuffled = { ...net, nodes: net.nodes.toReversed(), connections: net.connections.toReversed() };
  expect(Array.from(graphToCode(shuffled))).toEqual(code);
  expect(graphToCode(graphFromCode(code))).toEqual(graphToCode(net));
  expect(codeFault(code)).toBe('');
});

test('the smallest net wires all to all by 0', () => {
  const { nodes, connections } = smallestGraph(2, 3);
  expect(nodes.map(({ id }) => id)).toEqual([2, 3, 4]);
  expect(connections.length).toBe(6);
  expect(connections.every(({ from, to, weight }) => from < 2 && to >= 2 && weight === 0)).toBe(true);
});

test('depth is the longest way, and outputs lie beyond all', () => {
  expect(depthsOf(net)).toEqual(
    new Map([
      [0, 0],
      [1, 0],
      [7, 1],
      [5, 2],
      [2, 3],
    ]),
  );
  const lonely = { ...net, connections: [{ from: 5, to: 2, weight: 1 }] };
  expect(depthsOf(lonely).get(5)).toBe(1);
  expect(depthsOf(lonely).get(2)).toBe(2);
  const circle = { ...net, connections: [...net.connections, { from: 5, to: 7, weight: 1 }] };
  expect(() => depthsOf(circle)).toThrow(/^neuron \d waits for itself or for nothing$/);
});

test('leads from here to there along connections alone', () => {
  expect(leadsTo(net.connections, 0, 2)).toBe(true);
  expect(leadsTo(net.connections, 7, 5)).toBe(true);
  expect(leadsTo(net.connections, 5, 7)).toBe(false);
  expect(leadsTo(net.connections, 5, 5)).toBe(true);
});

test('structure is what one draws', () => {
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

describe('what is no code is refused, at once, when', () => {
  const put = (...changes: [number, number][]) => {
    const other = code.slice();
    for (const [i, value] of changes) other[i] = value;
    return other;
  };
  test.each<[string, ArrayLike<number>, string]>([
    ['there is nothing', [], 'net has 0 numbers, less than the 4 it begins with'],
    ['a weight is none', put([12, Number.NaN]), 'number 12 of the net is NaN'],
    ['a bias has no end', put([5, Number.POSITIVE_INFINITY]), 'number 5 of the net is Infinity'],
    ['counts are none', put([2, -1]), 'net begins with 2, 1, -1, 5, which are no counts'],
    ['counts are not whole', put([3, 4.5]), 'net begins with 2, 1, 2, 4.5, which are no counts'],
    ['it counts wrong', put([3, 6]), 'net has 25 numbers, by its own count 28'],
    ['it counts far too much', put([2, 1e30]), 'net has 25 numbers, by its own count 2e+30'],
    ['it has too many inputs', put([0, 1e9]), 'net has 1000000000 inputs, more than 10000'],
    ['two neurons are one', put([6, 7]), 'neuron 1 of the net has the number 7, which cannot be its own'],
    ['a neuron is an input', put([4, 1]), 'neuron 0 of the net has the number 1, which cannot be its own'],
    ['an output is another', put([8, 3]), 'neuron 2 of the net has the number 3, which cannot be its own'],
    [
      'a number is too large',
      put([4, 2 ** 25]),
      'neuron 0 of the net has the number 33554432, which cannot be its own',
    ],
    ['a source does not exist', put([10, 9]), 'connection 0 of the net, 9 to 7, has no such end'],
    ['a source is a fraction', put([10, 0.5]), 'connection 0 of the net, 0.5 to 7, has no such end'],
    ['a target is an input', put([11, 1]), 'connection 0 of the net, 0 to 1, has no such end'],
    ['there is a circle', put([10, 5]), 'connection 0 of the net, 5 to 7, leads backwards'],
    ['a neuron feeds itself', put([10, 7]), 'connection 0 of the net, 7 to 7, leads backwards'],
    ['an output feeds', put([22, 2]), 'connection 4 of the net, 2 to 2, leads backwards'],
    ['connections are out of order', put([11, 2]), 'connection 1 of the net, 1 to 5, leads backwards'],
  ])('%s', (_what, wrong, sentence) => {
    expect(codeFault(wrong)).toBe(sentence);
    expect(() => graphFromCode(wrong)).toThrow(sentence);
  });
});

test('a long code is read in time', () => {
  const count = 100_000;
  const long = Float32Array.from([
    ...[1, 1, 1, count + 1],
    ...[2, 0, 1, 0],
    ...new Array(count).fill([0, 2, 1]).flat(),
    2,
    1,
    1,
  ]);
  const before = performance.now();
  expect(codeFault(long)).toBe('');
  expect(structureOf(long).connections.length).toBe(count + 1);
  expect(performance.now() - before).toBeLessThan(2000);
});
