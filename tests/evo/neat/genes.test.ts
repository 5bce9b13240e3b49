import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { crossover } from '../../../src/evo/neat/crossover.ts';
import { distance } from '../../../src/evo/neat/distance.ts';
import { type Genes, genesOf, phenotype } from '../../../src/evo/neat/genes.ts';
import { createInnovations } from '../../../src/evo/neat/innovations.ts';
import { mutate, perturbed } from '../../../src/evo/neat/mutation.ts';
import { neatSettings } from '../../../src/evo/neat/settings.ts';
import { smallestGraph } from '../../../src/math/graph.ts';
import { codeFault, graphToCode } from '../../../src/math/graph-code.ts';
import { stream } from '../../../src/math/rng.ts';

const fresh = () => createInnovations({ node: 3, innovation: 0 });
const origin = (innovations = fresh()) => genesOf(graphToCode(smallestGraph(2, 1)), innovations.connection);
const settings = (some: object) =>
  v.parse(neatSettings, { mutate: 0, addNode: 0, addConnection: 0, enable: 0, ...some });
const wires = ({ connections }: Genes) =>
  connections.map(({ innovation, from, to, enabled }) => `${innovation}: ${from}-${to}${enabled ? '' : ' rests'}`);

describe('innovations', () => {
  test('a structure found twice in a generation has one number, in another generation a new one', () => {
    const first = fresh();
    expect([first.connection(0, 2), first.connection(1, 2), first.connection(0, 2)]).toEqual([0, 1, 0]);
    expect([first.split(0, () => false), first.split(1, () => false), first.split(0, () => false)]).toEqual([3, 4, 3]);
    const second = createInnovations(first.counters());
    expect([second.connection(0, 2), second.split(0, () => false)]).toEqual([2, 5]);
  });

  test('who has the neuron of a split already gets another', () => {
    const innovations = fresh();
    expect(innovations.split(0, () => false)).toBe(3);
    expect(innovations.split(0, (id) => id === 3)).toBe(4);
  });
});

describe('mutation', () => {
  test('a new neuron rests the connection it splits: in by 1, out by the old weight', () => {
    const innovations = fresh();
    const from = origin(innovations);
    const weighty = { ...from, connections: from.connections.map((gene) => ({ ...gene, weight: 0.7 })) };
    const child = mutate(weighty, settings({ addNode: 1 }), innovations, stream(1));
    const split = child.connections.findIndex(({ enabled }) => !enabled);
    expect(wires(child).toSpliced(split, 1)).toEqual([`${1 - split}: ${1 - split}-2`, `2: ${split}-3`, '3: 3-2']);
    expect(child.connections.slice(2).map(({ weight }) => weight)).toEqual([1, 0.7]);
    expect(child.nodes).toEqual([
      { id: 2, bias: 0 },
      { id: 3, bias: 0 },
    ]);
    expect(weighty.connections.every(({ enabled }) => enabled)).toBe(true);
  });

  test('a new connection is where none was, and none where all are', () => {
    const innovations = fresh();
    const full = origin(innovations);
    expect(mutate(full, settings({ addConnection: 1 }), innovations, stream(1))).toBe(full);
    const grown = mutate(full, settings({ addNode: 1 }), innovations, stream(1));
    const wired = mutate(grown, settings({ addConnection: 1 }), innovations, stream(2));
    expect(wired.connections.length).toBe(5);
    expect(wires(wired).at(-1)).toMatch(/^4: [01]-3$/);
  });

  test('a gene at rest may come back', () => {
    const from = origin();
    const resting = { ...from, connections: from.connections.map((gene) => ({ ...gene, enabled: false })) };
    const child = mutate(resting, settings({ enable: 1 }), fresh(), stream(1));
    expect(child.connections.filter(({ enabled }) => enabled).length).toBe(1);
    expect(phenotype(resting).length).toBe(4 + 2);
  });

  test('weights stray, or are drawn anew', () => {
    const far = perturbed(origin(), 0, 0, stream(1));
    const heavy = { ...far, connections: far.connections.map((gene) => ({ ...gene, weight: 100 })) };
    for (const { weight } of perturbed(heavy, 0.5, 0, stream(1)).connections)
      expect(Math.abs(weight - 100)).toBeLessThan(5);
    for (const { weight } of perturbed(heavy, 0.5, 1, stream(1)).connections) expect(Math.abs(weight)).toBeLessThan(5);
  });

  test('whatever is done to genes, they stay a net, each pair wired once and in the order of innovation', () => {
    const wild = settings({ mutate: 0.5, addNode: 0.7, addConnection: 0.9, enable: 0.5 });
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const rng = stream(seed, 'wild');
        const innovations = fresh();
        let [one, other] = [origin(innovations), origin(innovations)];
        for (let k = 0; k < 12; k++) {
          [one, other] = [
            mutate(crossover(one, other, rng), wild, innovations, rng),
            mutate(other, wild, innovations, rng),
          ];
          expect(codeFault(phenotype(one))).toBe('');
          // Resting genes could wake: they must not close a circle either.
          const all = { ...one, connections: one.connections.map((gene) => ({ ...gene, enabled: true })) };
          expect(codeFault(phenotype(all))).toBe('');
          const { connections } = one;
          expect(new Set(connections.map(({ from, to }) => `${from} ${to}`)).size).toBe(connections.length);
          for (let i = 1; i < connections.length; i++)
            expect(connections[i]!.innovation).toBeGreaterThan(connections[i - 1]!.innovation);
          expect(new Set(one.nodes.map(({ id }) => id)).size).toBe(one.nodes.length);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

/** Genes of these innovation numbers, all of one weight. */
const line = (weight: number, ...innovations: number[]): Genes => ({
  inputCount: 20,
  outputCount: 1,
  nodes: [{ id: 20, bias: weight }],
  connections: innovations.map((innovation) => ({ from: innovation, to: 20, weight, innovation, enabled: true })),
});

describe('crossover', () => {
  test('takes what both have from either, the rest from the fitter', () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= 40; seed++) {
      const child = crossover(line(1, 0, 1, 3, 6), line(2, 0, 2, 3, 4, 5), stream(seed));
      expect(child.connections.map(({ innovation }) => innovation)).toEqual([0, 1, 3, 6]);
      const [zero, one, three, six] = child.connections.map(({ weight }) => weight);
      expect([one, six]).toEqual([1, 1]);
      seen.add(10 * zero! + three!);
    }
    expect(seen).toEqual(new Set([11, 12, 21, 22]));
  });

  test('what rests in one parent rests in three of four children', () => {
    const resting = { ...line(1, 0), connections: line(1, 0).connections.map((gene) => ({ ...gene, enabled: false })) };
    const rng = stream(1);
    let count = 0;
    for (let k = 0; k < 1000; k++) if (!crossover(line(1, 0), resting, rng).connections[0]!.enabled) count++;
    expect(count).toBeGreaterThan(700);
    expect(count).toBeLessThan(800);
    expect(crossover(line(1, 0), line(2, 0), rng).connections[0]!.enabled).toBe(true);
  });
});

test('distance by hand', () => {
  expect(distance(line(1, 0, 1, 2), line(1, 0, 1, 2))).toBe(0);
  // Two alone in either, four matching with the bias, 0.5 apart; small genomes are not divided by their size.
  expect(distance(line(1, 0, 1, 2, 3, 5), line(1.5, 0, 1, 2, 4))).toBeCloseTo(3 + 0.4 * 0.5, 12);
  const many = Array.from({ length: 20 }, (_, i) => i);
  expect(distance(line(1, ...many), line(1, ...many.slice(5)))).toBeCloseTo(5 / 20, 12);
  expect(distance(line(1, 0, 1), line(3, 0, 2))).toBe(distance(line(3, 0, 2), line(1, 0, 1)));
});
