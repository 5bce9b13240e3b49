import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { crossoverGenes } from '../../../src/evo/neat/crossover.ts';
import { distance } from '../../../src/evo/neat/distance.ts';
import { type Genes, genesOf, phenotype } from '../../../src/evo/neat/genes.ts';
import { createInnovations } from '../../../src/evo/neat/innovations.ts';
import { mutateGenes, perturbWeights } from '../../../src/evo/neat/mutation.ts';
import { neatSettings } from '../../../src/evo/neat/settings.ts';
import { smallestGraph } from '../../../src/math/graph.ts';
import { codeFault, graphToCode } from '../../../src/math/graph-code.ts';
import { type Rng, stream } from '../../../src/math/rng.ts';

const newInnovations = () => createInnovations({ node: 3, innovation: 0 });
const origin = (innovations = newInnovations()) => genesOf(graphToCode(smallestGraph(2, 1)), innovations.connection);
const settings = (some: object) =>
  v.parse(neatSettings, { mutate: 0, addNode: 0, addConnection: 0, enable: 0, ...some });
const connectionTexts = ({ connections }: Genes) =>
  connections.map(({ innovation, from, to, enabled }) => `${innovation}: ${from}-${to}${enabled ? '' : ' disabled'}`);

describe('innovations', () => {
  test('a structure added twice in a generation has one number, in another generation a new one', () => {
    const first = newInnovations();
    expect([first.connection(0, 2), first.connection(1, 2), first.connection(0, 2)]).toEqual([0, 1, 0]);
    expect([first.split(0, () => false), first.split(1, () => false), first.split(0, () => false)]).toEqual([3, 4, 3]);
    const second = createInnovations(first.counters());
    expect([second.connection(0, 2), second.split(0, () => false)]).toEqual([2, 5]);
  });

  test('genes that already have the node of a split get another one', () => {
    const innovations = newInnovations();
    expect(innovations.split(0, () => false)).toBe(3);
    expect(innovations.split(0, (id) => id === 3)).toBe(4);
  });
});

describe('mutation', () => {
  test('a new neuron disables the connection it splits: weight 1 into it, the old weight out of it', () => {
    const innovations = newInnovations();
    const from = origin(innovations);
    const weighted = { ...from, connections: from.connections.map((gene) => ({ ...gene, weight: 0.7 })) };
    const child = mutateGenes(weighted, settings({ addNode: 1 }), innovations, stream(1));
    const split = child.connections.findIndex(({ enabled }) => !enabled);
    expect(connectionTexts(child).toSpliced(split, 1)).toEqual([
      `${1 - split}: ${1 - split}-2`,
      `2: ${split}-3`,
      '3: 3-2',
    ]);
    expect(child.connections.slice(2).map(({ weight }) => weight)).toEqual([1, 0.7]);
    expect(child.nodes).toEqual([
      { id: 2, bias: 0 },
      { id: 3, bias: 0 },
    ]);
    expect(weighted.connections.every(({ enabled }) => enabled)).toBe(true);
  });

  test('a new connection joins unconnected nodes; a fully connected net gets none', () => {
    const innovations = newInnovations();
    const full = origin(innovations);
    expect(mutateGenes(full, settings({ addConnection: 1 }), innovations, stream(1))).toBe(full);
    const grown = mutateGenes(full, settings({ addNode: 1 }), innovations, stream(1));
    const extended = mutateGenes(grown, settings({ addConnection: 1 }), innovations, stream(2));
    expect(extended.connections.length).toBe(5);
    expect(connectionTexts(extended).at(-1)).toMatch(/^4: [01]-3$/);
  });

  test('a disabled gene may be enabled again', () => {
    const from = origin();
    const disabled = { ...from, connections: from.connections.map((gene) => ({ ...gene, enabled: false })) };
    const child = mutateGenes(disabled, settings({ enable: 1 }), newInnovations(), stream(1));
    expect(child.connections.filter(({ enabled }) => enabled).length).toBe(1);
    expect(phenotype(disabled).length).toBe(4 + 2);
  });

  test('weights are perturbed or replaced', () => {
    const zero = perturbWeights(origin(), 0, 0, stream(1));
    const heavy = { ...zero, connections: zero.connections.map((gene) => ({ ...gene, weight: 100 })) };
    for (const { weight } of perturbWeights(heavy, 0.5, 0, stream(1)).connections)
      expect(Math.abs(weight - 100)).toBeLessThan(5);
    for (const { weight } of perturbWeights(heavy, 0.5, 1, stream(1)).connections)
      expect(Math.abs(weight)).toBeLessThan(5);
  });

  test('mutated genes stay a valid net, with each pair connected once and sorted by innovation', {
    tags: 'slow',
  }, () => {
    const wild = settings({ mutate: 0.5, addNode: 0.7, addConnection: 0.9, enable: 0.5 });
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const rng = stream(seed, 'wild');
        const innovations = newInnovations();
        let [one, other] = [origin(innovations), origin(innovations)];
        for (let k = 0; k < 12; k++) {
          [one, other] = [
            mutateGenes(crossoverGenes(one, other, rng), wild, innovations, rng),
            mutateGenes(other, wild, innovations, rng),
          ];
          expect(codeFault(phenotype(one))).toBe('');
          // Disabled genes may be enabled later, so they must not close a cycle either.
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

/** Genes with these innovation numbers, all of one weight. */
const genesWith = (weight: number, ...innovations: number[]): Genes => ({
  inputCount: 20,
  outputCount: 1,
  nodes: [{ id: 20, bias: weight }],
  connections: innovations.map((innovation) => ({ from: innovation, to: 20, weight, innovation, enabled: true })),
});

describe('crossover', () => {
  test('a gene disabled in a parent is disabled with a chance of three quarters', () => {
    const parents = [genesWith(1, 0), genesWith(2, 0)] as const;
    Object.assign(parents[1].connections[0]!, { enabled: false });
    /** Bias and weight from the first parent, then the number that decides. */
    const child = (uniform: number) => {
      const uniforms = [0, 0, uniform];
      return crossoverGenes(...parents, { next: () => uniforms.shift()! } as Rng).connections[0];
    };
    expect(child(0.75)).toMatchObject({ weight: 1, enabled: true });
    expect(child(0.7499)).toMatchObject({ weight: 1, enabled: false });
  });

  test('takes matching genes from either parent, the rest from the fitter', () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= 40; seed++) {
      const child = crossoverGenes(genesWith(1, 0, 1, 3, 6), genesWith(2, 0, 2, 3, 4, 5), stream(seed));
      expect(child.connections.map(({ innovation }) => innovation)).toEqual([0, 1, 3, 6]);
      const [zero, one, three, six] = child.connections.map(({ weight }) => weight);
      expect([one, six]).toEqual([1, 1]);
      seen.add(10 * zero! + three!);
    }
    expect(seen).toEqual(new Set([11, 12, 21, 22]));
  });

  test('a gene disabled in one parent is disabled in three of four children', () => {
    const disabled = {
      ...genesWith(1, 0),
      connections: genesWith(1, 0).connections.map((gene) => ({ ...gene, enabled: false })),
    };
    const rng = stream(1);
    let count = 0;
    for (let k = 0; k < 1000; k++) if (!crossoverGenes(genesWith(1, 0), disabled, rng).connections[0]!.enabled) count++;
    expect(count).toBeGreaterThan(700);
    expect(count).toBeLessThan(800);
    expect(crossoverGenes(genesWith(1, 0), genesWith(2, 0), rng).connections[0]!.enabled).toBe(true);
  });
});

test('distance by hand', () => {
  expect(distance(genesWith(1, 0, 1, 2), genesWith(1, 0, 1, 2))).toBe(0);
  // Three unmatched genes; four matching ones, the bias included, 0.5 apart; N is 1 for small genomes.
  expect(distance(genesWith(1, 0, 1, 2, 3, 5), genesWith(1.5, 0, 1, 2, 4))).toBeCloseTo(3 + 0.4 * 0.5, 12);
  const many = Array.from({ length: 20 }, (_, i) => i);
  expect(distance(genesWith(1, ...many), genesWith(1, ...many.slice(5)))).toBeCloseTo(5 / 20, 12);
  expect(distance(genesWith(1, 0, 1), genesWith(3, 0, 2))).toBe(distance(genesWith(3, 0, 2), genesWith(1, 0, 1)));
});
