import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { computeActivations } from '../../src/creature/activations.ts';
import type { BrainKind, BrainShape } from '../../src/creature/brain.ts';
import { brains } from '../../src/creature/brains.ts';
import { stream } from '../../src/math/rng.ts';
import { knobsOf, someGenome } from '../creature/some-genome.ts';

const catalogue: Record<string, BrainKind> = brains;

/** Settings under which a brain is wired otherwise than usual. */
const variants: [name: string, settings: Record<string, unknown>][] = [
  ...Object.keys(brains).map((name): [string, Record<string, unknown>] => [name, {}]),
  ['mlp', { hidden: [] }],
  ['mlp', { hidden: [5, 3, 4], activation: 'relu', output: 'clip' }],
  ['mlp', { hidden: [6], activation: 'linear' }],
  ['cpg', { feedback: false }],
];

describe.each(variants)('the wiring of %s %o', (name, given) => {
  const kind = catalogue[name] as BrainKind;
  const settings = v.parse(kind.settings, given);
  const cases = fc.record({
    observationSize: fc.integer({ min: 1, max: 12 }),
    actionSize: fc.integer({ min: 1, max: 6 }),
    controlTimestep: fc.constantFrom(1 / 30, 1 / 60, 1 / 4),
    seed: fc.nat(),
  });
  const often = { seed: 1, numRuns: 30 };
  const wired = (shape: BrainShape, seed: number) => {
    const brain = kind.build(settings, shape);
    const genome = someGenome(brain, shape, stream(seed, 'genome'), 1.5);
    return { brain, genome, wiring: brain.wiring(genome) };
  };

  test('has each number of the genome that may be turned in one place, and no other', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { brain, genome, wiring } = wired(shape, seed);
        const { nodes, connections } = wiring;
        const found = [...connections, ...nodes.flatMap(({ parameters: knobs }) => knobs)].map(
          ({ parameter }) => parameter,
        );
        expect(found.sort((a, b) => a - b)).toEqual(knobsOf(brain, genome).sort((a, b) => a - b));
      }),
      often,
    );
  });

  test('leads onwards, from as many inputs to as many outputs as there are', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { nodes, connections } = wired(shape, seed).wiring;
        const ofKind = (wanted: string) => nodes.flatMap(({ kind: each, index }) => (each === wanted ? [index] : []));
        expect(ofKind('input')).toEqual(Array.from({ length: shape.observationSize }, (_, i) => i));
        expect(ofKind('output')).toEqual(Array.from({ length: shape.actionSize }, (_, j) => j));
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        const depth = (place: number) => nodes[place]?.depth as number;
        for (const { from, to } of connections) expect(depth(from)).toBeLessThan(depth(to));
        const deepest = Math.max(...nodes.map((node) => node.depth));
        for (const node of nodes) expect(node.depth === deepest).toBe(node.kind === 'output');
      }),
      often,
    );
  });

  test('computes what the policy does, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { brain, genome, wiring } = wired(shape, seed);
        const { observationSize, actionSize } = shape;
        const rng = stream(seed, 'felt');
        const felt = Float64Array.from({ length: 8 * observationSize }, () => 2 * rng.normal());
        const values = computeActivations(wiring, genome, felt);
        const policy = brain.createPolicy(genome);
        const action = new Float64Array(actionSize);
        for (let step = 0; step < 8; step++) {
          policy(felt.slice(step * observationSize, (step + 1) * observationSize), action);
          const end = (step + 1) * wiring.nodes.length;
          expect(values.slice(end - actionSize, end)).toEqual(action);
        }
      }),
      often,
    );
  });
});
