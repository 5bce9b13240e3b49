import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { optimizerDescriptions } from '../../src/evo/optimizer-descriptions.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import type { Plain } from '../../src/format/plain-data.ts';
import { drawAgain, startOfDraw } from '../../src/math/gaussian-sample.ts';
import { stream } from '../../src/math/rng.ts';
import type { Landscape } from '../evo/landscapes.ts';
import { resumed, stateText } from '../evo/resumed.ts';
import { evaluateAll, maxDifference } from '../evo/run-search.ts';
import { sphereProblem, testProblems } from '../evo/test-problems.ts';

const SIZE = 12;

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

const catalogue: Record<string, Optimizer> = optimizers;

test('every optimizer is what its description says, in the same order', () => {
  expect(Object.keys(optimizers)).toEqual(Object.keys(optimizerDescriptions));
  expect(optimizers).toMatchObject(optimizerDescriptions);
});

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const options = { seed: 1, numRuns: 20 };

describe.each(Object.entries(catalogue))('%s', (name, optimizer) => {
  const problem = testProblems[name] ?? sphereProblem;
  const { landscape, origin } = problem;
  const settings = (some: object = {}) =>
    v.parse(optimizer.settings, { populationSize: SIZE, ...problem.settings, ...some });
  const begin = (seed: number) => optimizer.init(origin.length, settings(), seed, problem.start);
  const tell = (state: unknown, genomes: readonly ArrayLike<number>[], fitness: number[]) =>
    optimizer.tell(state, genomes, fitness, problem.descriptors?.(genomes));
  /** One generation; `by` may transform the fitnesses, and `order` permute the genomes. */
  const step = (state: unknown, landscape: Landscape, by = (fitness: number) => fitness, order?: number[]) => {
    const asked = optimizer.ask(state);
    const fitness = evaluateAll(asked.genomes, landscape).map(by);
    if (!order) return tell(asked.state, asked.genomes, fitness);
    const pick = <T>(from: T[]) => order.map((k) => from[k] as T);
    return tell(asked.state, pick(asked.genomes), pick(fitness));
  };
  const steps = (count: number, state: unknown, by?: (fitness: number) => number) => {
    let now = state;
    for (let g = 0; g < count; g++) now = step(now, landscape, by);
    return now;
  };

  test('has a name, a description and valid defaults', () => {
    expect(optimizer.name).toBe(name);
    expect(optimizer.title).not.toBe('');
    expect(optimizer.about).toMatch(/\.$/);
    expect(v.parse(optimizer.settings, {})).toHaveProperty('populationSize');
    expect(() => v.parse(optimizer.settings, { populationSize: SIZE, unknownKey: 1 })).toThrow();
    for (const populationSize of [4, 4096]) expect(settings({ populationSize })).toMatchObject({ populationSize });
    for (const populationSize of [3, 4097]) expect(() => settings({ populationSize })).toThrow();
  });

  test('asks for as many valid genomes as set, finite, each in its own array', () => {
    for (const state of [begin(1), steps(3, begin(1))]) {
      const { genomes } = optimizer.ask(state);
      expect(genomes.length).toBe(SIZE);
      for (const genome of genomes) {
        expect(genome).toBeInstanceOf(Float32Array);
        expect(problem.faultOf(genome)).toBe('');
        expect(genome.every(Number.isFinite)).toBe(true);
      }
      expect(new Set(genomes.map((genome) => genome.buffer)).size).toBe(SIZE);
    }
  });

  test('draws genomes of a sample again, from any of them on, to the same bits', () => {
    for (const state of [begin(1), steps(3, begin(2))]) {
      const { genomes, sample } = optimizer.ask(state);
      if (sample === undefined) continue;
      expect(sample.vectors).toBe(genomes);
      for (const first of genomes.keys()) {
        // As the other program reads it.
        const start = JSON.parse(JSON.stringify(startOfDraw(sample, first)));
        expect(drawAgain(sample, start, genomes.length - first)).toEqual(genomes.slice(first));
      }
    }
  });

  test('asks for the same genomes with the same seed, and when asked twice; others with another seed', () => {
    fc.assert(
      fc.property(seeds, fc.nat(4), (seed, generations) => {
        const state = steps(generations, begin(seed));
        const { genomes } = optimizer.ask(state);
        expect(optimizer.ask(state).genomes).toEqual(genomes);
        expect(optimizer.ask(steps(generations, begin(seed))).genomes).toEqual(genomes);
        expect(optimizer.ask(steps(generations, begin(seed + 1))).genomes).not.toEqual(genomes);
      }),
      options,
    );
  });

  test('asks for other genomes in each generation, even when all failed', () => {
    const first = begin(1);
    const second = tell(first, optimizer.ask(first).genomes, new Array(SIZE).fill(Number.NaN));
    expect(optimizer.ask(second).genomes).not.toEqual(optimizer.ask(first).genomes);
  });

  /** The state as `resume` reads it from a checkpoint of this generation. */
  const fromCheckpoint = (state: unknown, seed: number, generation: number) => {
    const now = settings() as object;
    const initial = begin(seed) as Plain;
    return resumed(state, { optimizer, initial, generation, settings: now, next: now, genomeFault: problem.faultOf });
  };

  test('continues to the same bits from a clone and from a checkpoint, at any generation', () => {
    fc.assert(
      fc.property(seeds, fc.nat(8), (seed, generations) => {
        const state = steps(generations, begin(seed));
        const straight = steps(4, state);
        expect(steps(4, structuredClone(state))).toEqual(straight);
        const read = fromCheckpoint(state, seed, generations);
        expect(read).toEqual(state);
        expect(steps(4, read)).toEqual(straight);
      }),
      options,
    );
  });

  test('does not change the states, genomes and fitnesses it is given', () => {
    let state = frozen(begin(1));
    for (let g = 0; g < 5; g++) {
      const before = stateText(state);
      const asked = optimizer.ask(state);
      const copies = asked.genomes.map((genome) => genome.slice());
      const fitness = evaluateAll(asked.genomes, landscape);
      const next = frozen(tell(asked.state, asked.genomes, fitness));
      optimizer.mean(next).fill(5);
      optimizer.stop(next);
      optimizer.stats(next);
      expect(stateText(state)).toBe(before);
      expect(asked.genomes).toEqual(copies);
      expect(fitness).toEqual(evaluateAll(copies, landscape));
      const after = stateText(next);
      for (const genome of asked.genomes) genome.fill(99);
      expect(stateText(next)).toBe(after);
      expect(stateText(state)).toBe(before);
      state = next;
    }
  });

  test('does not depend on the order of the genomes', () => {
    fc.assert(
      fc.property(seeds, fc.nat(3), (seed, generations) => {
        const state = steps(generations, begin(seed));
        const rng = stream(seed, 'shuffle');
        const order = Array.from({ length: SIZE }, (_, k) => ({ k, key: rng.next() }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ k }) => k);
        expect(step(state, landscape, undefined, shuffled)).toEqual(step(state, landscape));
        // Nor when some fitnesses are equal and some genomes failed.
        const coarse = (f: number) => (f < -3.5 ? Number.NaN : Math.round(f));
        expect(step(state, landscape, coarse, shuffled)).toEqual(step(state, landscape, coarse));
      }),
      options,
    );
  });

  test.skipIf(optimizer.usesFitnessValues)(
    'uses ranks alone: any increasing function of fitness gives the same search',
    () => {
      const state = begin(1);
      const { genomes } = optimizer.ask(steps(10, state));
      for (const by of [(f: number) => 1e6 + 3 * f, (f: number) => -Math.log(-f), (f: number) => f * f * f])
        expect(optimizer.ask(steps(10, state, by)).genomes).toEqual(genomes);
    },
  );

  test('does not depend on the unit or the zero of fitness', () => {
    const { genomes } = optimizer.ask(steps(10, begin(1)));
    for (const by of [(f: number) => 4 * f, (f: number) => 0.3 * f + 7]) {
      const others = optimizer.ask(steps(10, begin(1), by)).genomes;
      for (const [k, genome] of others.entries()) expect(maxDifference(genome, genomes[k]!)).toBeLessThan(1e-5);
    }
  });

  test(`a failed genome ${problem.failed}, below -Infinity, and generations of failures are harmless`, () => {
    const state = steps(2, begin(1));
    const { genomes } = optimizer.ask(state);
    const fitness = evaluateAll(genomes, landscape).map((f, k) => (k === 4 ? -1e9 : f));
    const askAfter = (worst: number) => optimizer.ask(tell(state, genomes, fitness.with(3, worst))).genomes;
    const without = () => optimizer.ask(tell(state, genomes.toSpliced(3, 1), fitness.toSpliced(3, 1))).genomes;
    // An optimizer that uses values treats them as the lowest finite fitness.
    const lowest = optimizer.usesFitnessValues ? -1e9 : -1e10;
    expect(askAfter(Number.NaN)).toEqual(problem.failed === 'is left out' ? without() : askAfter(lowest));
    expect(askAfter(Number.NEGATIVE_INFINITY)).toEqual(askAfter(lowest));
    let failing = state;
    for (let g = 0; g < 30; g++) failing = step(failing, landscape, () => Number.NaN);
    for (const genome of optimizer.ask(failing).genomes) expect(genome.every(Number.isFinite)).toBe(true);
    expect(optimizer.mean(failing).every(Number.isFinite)).toBe(true);
    optimizer.stop(failing);
  });

  test('accepts genomes it did not ask for, in double precision and any number', () => {
    const genomes = [1, 2, 3, 4, 5].map((k) => problem.shifted(origin, 0.1 * k));
    const next = tell(begin(1), genomes, [5, 4, 3, 2, 1]);
    expect(optimizer.stats(next).generation).toBe(1);
    expect(optimizer.ask(next).genomes.length).toBe(SIZE);
    expect(() => tell(begin(1), genomes, [1, 2])).toThrow(RangeError);
  });

  test('begins at the given start', () => {
    const start = problem.elsewhere;
    expect(optimizer.mean(optimizer.init(start.length, settings(), 1, start))).toEqual(start);
    expect(optimizer.mean(begin(1))).toEqual(origin);
  });

  test('does not lose the given start: the first generation contains it or is centred on it', () => {
    const start = problem.elsewhere;
    // Like a trained brain: weights other than 0.
    const trained = Float32Array.from(problem.shifted(start, 0.25));
    const { genomes } = optimizer.ask(optimizer.init(trained.length, settings({ populationSize: 24 }), 1, trained));
    const isAmong = genomes.some((genome) => genome.every((weight, i) => weight === trained[i]));
    const isCentred = trained.every((weight, i) => {
      const mean = genomes.reduce((sum, genome) => sum + genome[i]!, 0) / genomes.length;
      return Math.abs(mean - weight) < 0.12;
    });
    expect(isAmong || isCentred).toBe(true);
  });

  test.skipIf(problem.fixed)(
    `searches the same way wherever the optimum is${problem.fixed ? `: no, ${problem.fixed}` : ''}`,
    () => {
      // Neither start is 0, as an optimizer may keep a start with other weights as a genome.
      const [near, far] = [1, 3].map((at) => new Float32Array(origin.length).fill(at));
      // Weight decay depends on where 0 is.
      const withoutDecay = settings(
        'weightDecay' in (v.parse(optimizer.settings, {}) as object) ? { weightDecay: 0 } : {},
      );
      let here = optimizer.init(origin.length, withoutDecay, 1, near);
      let there = optimizer.init(origin.length, withoutDecay, 1, far);
      for (let g = 0; g < 5; g++) {
        here = step(here, (x) => landscape(Array.from(x, (value) => value - 1)));
        there = step(there, (x) => landscape(Array.from(x, (value) => value - 3)));
      }
      const moved = Array.from(optimizer.mean(there), (value) => value - 2);
      for (const [i, value] of optimizer.mean(here).entries()) expect(moved[i]).toBeCloseTo(value, 4);
    },
  );

  test('uses amended settings from the next ask on', () => {
    const state = steps(2, begin(1));
    const amended = optimizer.amend(state, settings({ populationSize: 20 }));
    expect(optimizer.ask(amended).genomes.length).toBe(20);
    expect(optimizer.ask(state).genomes.length).toBe(SIZE);
    expect(optimizer.stats(amended).generation).toBe(2);
    expect(stateText(optimizer.amend(state, settings()))).toBe(stateText(state));
  });

  test('its step setting is its step size', () => {
    const large = optimizer.init(origin.length, settings({ [optimizer.stepSetting]: 0.9 }), 1, problem.start);
    const { stepSize } = optimizer.stats(step(large, landscape));
    expect(stepSize).toBeGreaterThan(0.6);
    expect(stepSize).toBeLessThan(1.3);
    expect(optimizer.stats(step(begin(1), landscape)).stepSize).not.toBeCloseTo(stepSize, 1);
  });

  test('counts generations and reports its step size', () => {
    expect(optimizer.stats(begin(1)).generation).toBe(0);
    const { generation, stepSize } = optimizer.stats(steps(7, begin(1)));
    expect(generation).toBe(7);
    expect(stepSize).toBeGreaterThan(0);
    expect(stepSize).toBeLessThan(1);
    expect(optimizer.stop(steps(3, begin(1)))).toEqual({});
  });

  test(`reaches a ${problem.gain} times lower value in 200 generations`, { tags: 'slow' }, () => {
    for (const seed of [1, 2, 3]) {
      const end = optimizer.mean(steps(200, begin(seed)));
      expect(landscape(end)).toBeLessThan(landscape(origin) / problem.gain);
    }
  });
});
