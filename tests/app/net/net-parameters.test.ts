import { expect, test } from 'vitest';
import { type Layout, layoutOf, lineAt, nodeAt } from '../../../src/app/net/layout.ts';
import {
  genomeWith,
  maxMagnitude,
  parametersOf,
  type WeightEdits,
  withEdit,
  withMutation,
} from '../../../src/app/net/net-parameters.ts';
import { namesOf, parameterName } from '../../../src/app/net/node-names.ts';
import { changesOf, differenceOf } from '../../../src/app/tools/brain/changes.ts';
import { neighbourOf } from '../../../src/app/tools/brain/hover.ts';
import { moreOrLess, signed } from '../../../src/app/tools/brain/words.ts';
import { graph } from '../../../src/creature/brains/graph.ts';
import { mlp } from '../../../src/creature/brains/mlp.ts';
import { graphToCode } from '../../../src/math/graph-code.ts';
import { stream } from '../../../src/math/rng.ts';

const shape = { observationSize: 3, actionSize: 2, controlTimestep: 0.1 };
const brain = mlp.build({ hidden: [4], activation: 'tanh', output: 'tanh' }, shape);
const genome = Float32Array.from({ length: brain.parameterCount }, (_, i) => Math.fround(Math.cos(i)));
const wiring = brain.wiring(genome);
const parameters = parametersOf(wiring);
const none: WeightEdits = new Map();

test('a weight that is reset is not an edit, and the genome is unchanged', () => {
  const edits = withEdit(withEdit(none, genome, 5, 0.1), genome, 7, -2);
  expect([...edits]).toEqual([
    [5, Math.fround(0.1)],
    [7, -2],
  ]);
  const changed = genomeWith(genome, edits);
  expect([...changed].flatMap((value, i) => (value === genome[i] ? [] : i))).toEqual([5, 7]);
  const back = withEdit(withEdit(edits, genome, 5, genome[5] as number), genome, 7, genome[7] as number);
  expect(back.size).toBe(0);
  expect(genomeWith(genome, back)).toEqual(genome);
});

test('each mutation edits ten more weights, the same ones for the same random numbers, until all are edited', () => {
  const mutated = (edits: WeightEdits) => withMutation(edits, genome, parameters, 10, stream(1, 'ten'));
  const once = mutated(none);
  expect(once.size).toBe(10);
  expect(mutated(none)).toEqual(once);
  const twice = mutated(once);
  expect(twice.size).toBe(20);
  for (const [parameter, value] of once) expect(twice.get(parameter)).toBe(value);
  expect(mutated(twice).size).toBe(brain.parameterCount);
  for (const [parameter, value] of once) expect(Math.abs(value - (genome[parameter] as number))).toBeLessThan(2);
});

test('a weight can be set beyond the largest one, even if all are 0', () => {
  expect(maxMagnitude(parameters, genome)).toBeCloseTo(1.5);
  expect(maxMagnitude(parameters, new Float32Array(genome.length))).toBeGreaterThan(0.2);
});

test('observations and joints have names, neurons numbers, and weights the names of their nodes', () => {
  const names = namesOf(wiring, ['angle', 'speed', 'touch'], ['hip', 'knee']);
  expect(names).toEqual(['angle', 'speed', 'touch', 'neuron 1', 'neuron 2', 'neuron 3', 'neuron 4', 'hip', 'knee']);
  const first = parameters.filter(({ to }) => to === 3).map((parameter) => parameterName(parameter, names));
  expect(first).toEqual(['angle → neuron 1', 'speed → neuron 1', 'touch → neuron 1', 'neuron 1, bias']);
});

test('arrow keys cycle through the weights of a node, and through the nodes', () => {
  const [first] = parameters;
  const go = (...keys: string[]) => keys.reduce((parameter, key) => neighbourOf(parameters, parameter, key), first);
  expect(neighbourOf(parameters, undefined, 'ArrowDown')).toEqual(first);
  expect(go('ArrowDown')).toMatchObject({ to: 3, from: 1 });
  expect(go('ArrowUp')).toMatchObject({ to: 3, name: 'bias' });
  expect(go('ArrowDown', 'ArrowRight')).toMatchObject({ to: 4, from: 1 });
  expect(go('ArrowLeft')).toMatchObject({ to: 8, from: 3 });
});

test.each([
  ['with names', { width: 400, left: 90, right: 60, height: 390, closest: 12 }],
  ['small', { width: 160, left: 8, right: 8, height: 200, closest: 5 }],
])('columns run from left to right within the picture, and no two nodes touch: %s', (_, room) => {
  for (const hidden of [[], [4], [40, 3], [256]]) {
    const wide = mlp.build({ hidden, activation: 'tanh', output: 'tanh' }, shape);
    const { nodes } = wide.wiring(new Float32Array(wide.parameterCount));
    const { x, y, height, width, radius } = layoutOf({ nodes, connections: [] }, room);
    expect(width).toBe(room.width);
    const pairs = nodes.flatMap((_, i) => (i + 1 < nodes.length ? [[i, i + 1] as const] : []));
    for (const [i, j] of pairs) {
      const isColumn = nodes[i]?.depth === nodes[j]?.depth;
      if (isColumn) expect(y[j]! - y[i]!).toBeGreaterThanOrEqual(2 * radius);
      else expect(x[j]).toBeGreaterThan(x[i]!);
    }
    expect(Math.min(...x)).toBe(room.left);
    expect(Math.max(...x)).toBe(room.width - room.right);
    expect(Math.min(...y) - radius).toBeGreaterThanOrEqual(0);
    expect(Math.max(...y) + radius).toBeLessThanOrEqual(height);
  }
});

test('a point selects the nearest node or line within reach', () => {
  const layout: Layout = {
    x: Float64Array.of(0, 0, 100),
    y: Float64Array.of(0, 100, 50),
    width: 100,
    height: 100,
    radius: 5,
  };
  const lines = [
    { from: 0, to: 2 },
    { from: 1, to: 2 },
  ];
  expect(nodeAt(layout, 3, 96, 8)).toBe(1);
  expect(nodeAt(layout, 50, 50, 8)).toBeUndefined();
  expect(lineAt(layout, lines, 50, 28, 7)).toBe(0);
  expect(lineAt(layout, lines, 50, 70, 7)).toBe(1);
  expect(lineAt(layout, lines, 20, 50, 7)).toBeUndefined();
});

test('changes are one matrix per layer, with one cell per weight', () => {
  const now = genome.slice();
  now[1] = 9;
  const matrices = changesOf({ wiring, genome }, { wiring, genome: now });
  expect(matrices.map(({ rows, columns }) => [rows, columns])).toEqual([
    [
      [0, 1, 2, 'bias'],
      [3, 4, 5, 6],
    ],
    [
      [3, 4, 5, 6, 'bias'],
      [7, 8],
    ],
  ]);
  const cells = matrices.flatMap(({ cells }) => cells);
  expect(cells.filter((cell) => cell !== undefined)).toHaveLength(brain.parameterCount);
  const moved = cells.filter((cell) => cell && differenceOf(cell) !== 0);
  expect(moved).toEqual([{ parameter: { index: 1, from: 0, to: 4, name: '' }, before: genome[1], now: 9 }]);
});

test('a net that grew is compared with the earlier one by the ids of its neurons', () => {
  const nodes = [
    { id: 3, bias: 0.5 },
    { id: 4, bias: 0 },
  ];
  const direct = { from: 0, to: 3, weight: 1 };
  const codeOf = (...more: { from: number; to: number; weight: number }[]) =>
    graphToCode({
      inputCount: 3,
      outputCount: 2,
      nodes: more.length > 0 ? [{ id: 9, bias: 0.25 }, ...nodes] : nodes,
      connections: [{ ...direct, weight: more.length > 0 ? 3 : 1 }, ...more],
    });
  const growing = graph.build({}, shape);
  const stateOf = (code: Float32Array) => ({ wiring: growing.wiring(code), genome: code });
  const [hidden, outputs] = changesOf(
    stateOf(codeOf()),
    stateOf(codeOf({ from: 1, to: 9, weight: 2 }, { from: 9, to: 4, weight: -1 })),
  );
  expect(hidden?.cells.map((cell) => cell && [cell.before, cell.now])).toEqual([
    [undefined, 2],
    [undefined, 0.25],
  ]);
  // Rows: sense 0, the new neuron, biases; columns: both outputs.
  expect(outputs?.cells.map((cell) => cell && [cell.before, cell.now])).toEqual([
    [1, 3],
    undefined,
    undefined,
    [undefined, -1],
    [0.5, 0.5],
    [0, 0],
  ]);
});

test('differences are written with their sign; no difference is said in words', () => {
  expect([1.44, -1.44, 0.01, -0.04].map(signed)).toEqual(['+1.4 m', '−1.4 m', '±0.0 m', '±0.0 m']);
  expect([2, -2, 0].map(moreOrLess)).toEqual(['2.0 m more', '2.0 m less', 'as far as before']);
});
