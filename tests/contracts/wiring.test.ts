import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { activationsOf } from '../../src/creature/activations.ts';
import type { BrainKind, BrainShape } from '../../src/creature/brain.ts';
import { brains } from '../../src/creature/brains.ts';
import { stream } from '../../src/math/rng.ts';
import { knobsOf, someGenome } from '../creature/some-genome.ts';

const catalogue: Record<string, BrainKind> = brains;

/** Default settings, and settings that change the wiring. */
const variants: [name: string, settings: Record<string, unknown>][] = [
  ...Object.keys(brains).map((name): [string, Record<string, unknown>] => [name, {}]),
  ['mlp', { hidden: [] }],
  ['mlp', { hidden: [5, 3, 4], activation: 'relu', output: 'clip' }],
  ['mlp', { hidden: [6], activation: 'linear' }],
  ['cpg', { feedback: false }],
];

describe.each(variants)('the wiring of %s %o', (name, given) => {
  const kind = catalogue[name]!;
  const settings = v.parse(kind.settings, given);
  const cases = fc.record({
    observationSize: fc.integer({ min: 1, max: 12 }),
    actionSize: fc.integer({ min: 1, max: 6 }),
    controlTimestep: fc.constantFrom(1 / 30, 1 / 60, 1 / 4),
    seed: fc.nat(),
  });
  const options = { seed: 1, numRuns: 30 };
  const build = (shape: BrainShape, seed: number) => {
    const brain = kind.build(settings, shape);
    const genome = someGenome(brain, shape, stream(seed, 'genome'), 1.5);
    return { brain, genome, wiring: brain.wiring(genome) };
  };

  test('has every adjustable number of the genome exactly once, and no other', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { brain, genome, wiring } = build(shape, seed);
        const { nodes, connections } = wiring;
        const found = [...connections, ...nodes.flatMap(({ knobs }) => knobs)].map(({ parameter }) => parameter);
        expect(found.sort((a, b) => a - b)).toEqual(knobsOf(brain, genome).sort((a, b) => a - b));
      }),
      options,
    );
  });

  test('has all inputs and outputs, and connections lead to greater depth', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { nodes, connections } = build(shape, seed).wiring;
        const ofKind = (wanted: string) => nodes.flatMap(({ kind: each, index }) => (each === wanted ? [index] : []));
        expect(ofKind('input')).toEqual(Array.from({ length: shape.observationSize }, (_, i) => i));
        expect(ofKind('output')).toEqual(Array.from({ length: shape.actionSize }, (_, j) => j));
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        const depth = (index: number) => nodes[index]!.depth;
        for (const { from, to } of connections) expect(depth(from)).toBeLessThan(depth(to));
        const deepest = Math.max(...nodes.map((node) => node.depth));
        for (const node of nodes) expect(node.depth === deepest).toBe(node.kind === 'output');
      }),
      options,
    );
  });

  test('computes the same actions as the policy, to the last bit', () => {
    fc.assert(
      fc.property(cases, ({ seed, ...shape }) => {
        const { brain, genome, wiring } = build(shape, seed);
        const { observationSize, actionSize } = shape;
        const rng = stream(seed, 'observations');
        const observations = Float64Array.from({ length: 8 * observationSize }, () => 2 * rng.normal());
        const values = activationsOf(wiring, genome, observations);
        const policy = brain.wake(genome);
        const action = new Float64Array(actionSize);
        for (let step = 0; step < 8; step++) {
          policy(observations.slice(step * observationSize, (step + 1) * observationSize), action);
          const end = (step + 1) * wiring.nodes.length;
          expect(values.slice(end - actionSize, end)).toEqual(action);
        }
      }),
      options,
    );
  });
});
