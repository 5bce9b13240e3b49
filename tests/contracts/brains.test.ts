import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Brain, BrainKind, BrainShape, Policy } from '../../src/creature/brain.ts';
import { brains } from '../../src/creature/brains.ts';
import { genomeFault } from '../../src/creature/genome.ts';
import { stream } from '../../src/math/rng.ts';
import { knobsOf, someGenome } from '../creature/some-genome.ts';

const catalogue: Record<string, BrainKind> = brains;
const options = { seed: 1, numRuns: 50 };
const shapes = fc.record({
  observationSize: fc.integer({ min: 1, max: 12 }),
  actionSize: fc.integer({ min: 1, max: 6 }),
  controlTimestep: fc.constantFrom(1 / 30, 1 / 60, 1 / 4),
});
/** Genomes as an optimizer may sample them, with large weights too. */
const genomes = (brain: Brain, shape: BrainShape) =>
  brain.start
    ? fc.nat().map((seed) => someGenome(brain, shape, stream(seed, 'genome'), 100))
    : fc.float32Array({
        minLength: brain.parameterCount,
        maxLength: brain.parameterCount,
        min: -1000,
        max: 1000,
        noNaN: true,
      });
/** Observations far beyond the range of any sensor. */
const observations = ({ observationSize }: BrainShape, count: number) =>
  fc.array(
    fc.float64Array({ minLength: observationSize, maxLength: observationSize, noNaN: true, min: -1e300, max: 1e300 }),
    { minLength: count, maxLength: count },
  );

function act(policy: Policy, { actionSize }: BrainShape, seen: Float64Array[]): Float64Array[] {
  return seen.map((observation) => {
    const action = new Float64Array(actionSize).fill(7);
    policy(observation, action);
    return action;
  });
}

describe.each(Object.entries(catalogue))('%s', (name, kind) => {
  const build = (shape: BrainShape) => kind.build(v.parse(kind.settings, {}), shape);
  /** A random shape, a genome for it and `count` observations. */
  const cases = (count: number) =>
    shapes.chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        parameters: genomes(build(shape), shape),
        seen: observations(shape, count),
      }),
    );

  test('has a name, a description and valid defaults', () => {
    expect(kind.name).toBe(name);
    expect(kind.title).not.toBe('');
    expect(kind.about).toMatch(/\.$/);
    expect(() => v.parse(kind.settings, { unknownKey: 1 })).toThrow();
  });

  test('acts within [-1, 1] for any observation and genome, and does not change the observation', () => {
    fc.assert(
      fc.property(cases(5), ({ shape, parameters, seen }) => {
        const before = structuredClone(seen);
        for (const action of act(build(shape).wake(parameters), shape, seen)) {
          for (const value of action) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        }
        expect(seen).toEqual(before);
      }),
      options,
    );
  });

  test('acts the same after each wake, and two policies awake at once do not affect each other', () => {
    fc.assert(
      fc.property(cases(6), ({ shape, parameters, seen }) => {
        const brain = build(shape);
        const alone = act(brain.wake(parameters), shape, seen);
        const [one, other] = [brain.wake(parameters), brain.wake(parameters)];
        const together = seen.map((observation) => {
          const [action] = act(one, shape, [observation]);
          act(other, shape, [observation.map((value) => -value), observation]);
          return action;
        });
        expect(together).toEqual(alone);
        expect(act(brain.wake(parameters), shape, seen)).toEqual(alone);
      }),
      options,
    );
  });

  test('reads its parameters once, in wake, and does not change them', () => {
    fc.assert(
      fc.property(cases(3), ({ shape, parameters, seen }) => {
        const brain = build(shape);
        const expected = act(brain.wake(parameters), shape, seen);
        const given = parameters.slice();
        const policy = brain.wake(given);
        expect(given).toEqual(parameters);
        given.fill(5);
        expect(act(policy, shape, seen)).toEqual(expected);
      }),
      options,
    );
  });

  test('uses every parameter, and no more than its parameter count', () => {
    const shape = { observationSize: 3, actionSize: 2, controlTimestep: 0.1 };
    const brain = build(shape);
    const { parameterCount, start, wake } = brain;
    expect(Number.isInteger(parameterCount)).toBe(true);
    const seen = [1, 2, 3, 4].map((t) => Float64Array.of(0.3 * t, -0.2, 0.1 * t * t));
    const parameters = start?.slice() ?? new Float32Array(parameterCount);
    expect(parameters.length).toBe(parameterCount);
    const weights = knobsOf(brain, parameters);
    for (const i of weights) parameters[i] = 0.1 + 0.02 * ((7 * i) % 11);
    const reference = act(wake(parameters), shape, seen);
    for (const i of weights) {
      const turned = parameters.slice();
      turned[i]! += 0.25;
      expect(act(wake(turned), shape, seen)).not.toEqual(reference);
    }
    const longer = Float32Array.of(...parameters, 9, 9, 9);
    if (start === undefined) expect(act(wake(longer), shape, seen)).toEqual(reference);
  });

  test('accepts its own genomes and refuses others', () => {
    fc.assert(
      fc.property(cases(0), ({ shape, parameters }) => {
        const brain = build(shape);
        expect(genomeFault(brain, brain.start ?? new Float32Array(brain.parameterCount))).toBe('');
        expect(genomeFault(brain, parameters)).toBe('');
        for (const other of [
          parameters.slice(1),
          parameters.slice(0, -1),
          Float32Array.of(...parameters, 0),
          new Float32Array(),
        ])
          expect(genomeFault(brain, other)).not.toBe('');
      }),
      options,
    );
  });
});
