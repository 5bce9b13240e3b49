import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Optimizer } from '../../src/evo/optimizer.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import type { Plain } from '../../src/format/plain-data.ts';
import { stream } from '../../src/math/rng.ts';
import { arenas, hill } from '../evo/arenas.ts';
import type { Landscape } from '../evo/landscapes.ts';
import { resumed, stateText } from '../evo/resumed.ts';
import { furthest, graded } from '../evo/search.ts';

const SIZE = 12;

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}

const catalogue: Record<string, Optimizer> = optimizers;
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const often = { seed: 1, numRuns: 20 };

describe.each(Object.entries(catalogue))('%s', (name, optimizer) => {
  const arena = arenas[name] ?? hill;
  const { landscape: shifted, origin } = arena;
  const settings = (some: object = {}) =>
    v.parse(optimizer.settings, { populationSize: SIZE, ...arena.settings, ...some });
  const begin = (seed: number) => optimizer.init(origin.length, settings(), seed, arena.start);
  const tell = (state: unknown, genomes: readonly ArrayLike<number>[], fitness: number[]) =>
    optimizer.tell(state, genomes, fitness, arena.descriptors?.(genomes));
  /** One generation; how it did may be seen through `by`, and told in another `order`. */
  const turn = (state: unknown, landscape: Landscape, by = (fitness: number) => fitness, order?: number[]) => {
    const asked = optimizer.ask(state);
    const fitness = graded(asked.genomes, landscape).map(by);
    if (!order) return tell(asked.state, asked.genomes, fitness);
    const pick = <T>(from: T[]) => order.map((k) => from[k] as T);
    return tell(asked.state, pick(asked.genomes), pick(fitness));
  };
  const turns = (count: number, state: unknown, by?: (fitness: number) => number) => {
    let now = state;
    for (let g = 0; g < count; g++) now = turn(now, shifted, by);
    return now;
  };

  test('presents itself', () => {
    expect(optimizer.name).toBe(name);
    expect(optimizer.title).not.toBe('');
    expect(optimizer.about).toMatch(/\.$/);
    expect(v.parse(optimizer.settings, {})).toHaveProperty('populationSize');
    expect(() => v.parse(optimizer.settings, { populationSize: SIZE, unheardOf: 1 })).toThrow();
  });

  test('asks for as many genomes as were set, without fault, finite, each its own', () => {
    for (const state of [begin(1), turns(3, begin(1))]) {
      const { genomes } = optimizer.ask(state);
      expect(genomes.length).toBe(SIZE);
      for (const genome of genomes) {
        expect(genome).toBeInstanceOf(Float32Array);
        expect(arena.faultOf(genome)).toBe('');
        expect(genome.every(Number.isFinite)).toBe(true);
      }
      expect(new Set(genomes.map((genome) => genome.buffer)).size).toBe(SIZE);
    }
  });

  test('asks the same of the same seed, twice too, and other things of another', () => {
    fc.assert(
      fc.property(seeds, fc.nat(4), (seed, generations) => {
        const state = turns(generations, begin(seed));
        const { genomes } = optimizer.ask(state);
        expect(optimizer.ask(state).genomes).toEqual(genomes);
        expect(optimizer.ask(turns(generations, begin(seed))).genomes).toEqual(genomes);
        expect(optimizer.ask(turns(generations, begin(seed + 1))).genomes).not.toEqual(genomes);
      }),
      often,
    );
  });

  test('asks for other genomes in each generation, even where nothing was learned', () => {
    const first = begin(1);
    const second = tell(first, optimizer.ask(first).genomes, new Array(SIZE).fill(Number.NaN));
    expect(optimizer.ask(second).genomes).not.toEqual(optimizer.ask(first).genomes);
  });

  /** As `resume` gets it from a checkpoint of this generation. */
  const fromCheckpoint = (state: unknown, seed: number, generation: number) => {
    const now = settings() as object;
    const initial = begin(seed) as Plain;
    return resumed(state, { optimizer, initial, generation, settings: now, next: now, genomeFault: arena.faultOf });
  };

  test('goes on to the bit from a clone and from a checkpoint, at any generation', () => {
    fc.assert(
      fc.property(seeds, fc.nat(8), (seed, generations) => {
        const state = turns(generations, begin(seed));
        const straight = turns(4, state);
        expect(turns(4, structuredClone(state))).toEqual(straight);
        const read = fromCheckpoint(state, seed, generations);
        expect(read).toEqual(state);
        expect(turns(4, read)).toEqual(straight);
      }),
      often,
    );
  });

  test('leaves states, genomes and fitnesses as they were given', () => {
    let state = frozen(begin(1));
    for (let g = 0; g < 5; g++) {
      const before = stateText(state);
      const asked = optimizer.ask(state);
      const told = asked.genomes.map((genome) => genome.slice());
      const fitness = graded(asked.genomes, shifted);
      const next = frozen(tell(asked.state, asked.genomes, fitness));
      optimizer.mean(next).fill(5);
      optimizer.stop(next);
      optimizer.stats(next);
      expect(stateText(state)).toBe(before);
      expect(asked.genomes).toEqual(told);
      expect(fitness).toEqual(graded(told, shifted));
      const after = stateText(next);
      for (const genome of asked.genomes) genome.fill(99);
      expect(stateText(next)).toBe(after);
      expect(stateText(state)).toBe(before);
      state = next;
    }
  });

  test('does not care in which order it is told', () => {
    fc.assert(
      fc.property(seeds, fc.nat(3), (seed, generations) => {
        const state = turns(generations, begin(seed));
        const rng = stream(seed, 'shuffle');
        const order = Array.from({ length: SIZE }, (_, k) => ({ k, key: rng.next() }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ k }) => k);
        expect(turn(state, shifted, undefined, shuffled)).toEqual(turn(state, shifted));
        // Nor where some do equally and some fail.
        const coarse = (f: number) => (f < -3.5 ? Number.NaN : Math.round(f));
        expect(turn(state, shifted, coarse, shuffled)).toEqual(turn(state, shifted, coarse));
      }),
      often,
    );
  });

  test.skipIf(optimizer.seesSizes)('sees ranks alone: any rising function of fitness leads the same way', () => {
    const state = begin(1);
    const { genomes } = optimizer.ask(turns(10, state));
    for (const by of [(f: number) => 1e6 + 3 * f, (f: number) => -Math.log(-f), (f: number) => f * f * f])
      expect(optimizer.ask(turns(10, state, by)).genomes).toEqual(genomes);
  });

  test('cares neither for the unit of fitness nor for where it counts from', () => {
    const { genomes } = optimizer.ask(turns(10, begin(1)));
    for (const by of [(f: number) => 4 * f, (f: number) => 0.3 * f + 7]) {
      const others = optimizer.ask(turns(10, begin(1), by)).genomes;
      for (const [k, genome] of others.entries())
        expect(furthest(genome, genomes[k] as Float32Array)).toBeLessThan(1e-5);
    }
  });

  test(`what failed ${arena.failed}, below -Infinity, and a generation of nothing else is borne`, () => {
    const state = turns(2, begin(1));
    const { genomes } = optimizer.ask(state);
    const fitness = graded(genomes, shifted).map((f, k) => (k === 4 ? -1e9 : f));
    const told = (worst: number) => optimizer.ask(tell(state, genomes, fitness.with(3, worst))).genomes;
    const without = () => optimizer.ask(tell(state, genomes.toSpliced(3, 1), fitness.toSpliced(3, 1))).genomes;
    // To one that sees sizes they are as bad as the worst that did not fail.
    const lowest = optimizer.seesSizes ? -1e9 : -1e10;
    expect(told(Number.NaN)).toEqual(arena.failed === 'is left out' ? without() : told(lowest));
    expect(told(Number.NEGATIVE_INFINITY)).toEqual(told(lowest));
    let failing = state;
    for (let g = 0; g < 30; g++) failing = turn(failing, shifted, () => Number.NaN);
    for (const genome of optimizer.ask(failing).genomes) expect(genome.every(Number.isFinite)).toBe(true);
    expect(optimizer.mean(failing).every(Number.isFinite)).toBe(true);
    optimizer.stop(failing);
  });

  test('takes genomes it did not ask for, in double precision and any number', () => {
    const own = [1, 2, 3, 4, 5].map((k) => arena.nudged(origin, 0.1 * k));
    const next = tell(begin(1), own, [5, 4, 3, 2, 1]);
    expect(optimizer.stats(next).generation).toBe(1);
    expect(optimizer.ask(next).genomes.length).toBe(SIZE);
    expect(() => tell(begin(1), own, [1, 2])).toThrow(RangeError);
  });

  test('begins where it is told to', () => {
    const start = arena.elsewhere;
    expect(optimizer.mean(optimizer.init(start.length, settings(), 1, start))).toEqual(start);
    expect(optimizer.mean(begin(1))).toEqual(origin);
  });

  test('keeps what it is told to begin with: the first generation is about it, or has it among them', () => {
    const start = arena.elsewhere;
    // As a trained brain is: no weight like another.
    const trained = Float32Array.from(arena.nudged(start, 0.25));
    const { genomes } = optimizer.ask(optimizer.init(trained.length, settings({ populationSize: 24 }), 1, trained));
    const isAmong = genomes.some((genome) => genome.every((weight, i) => weight === trained[i]));
    const isCentred = trained.every((weight, i) => {
      const mean = genomes.reduce((sum, genome) => sum + (genome[i] as number), 0) / genomes.length;
      return Math.abs(mean - weight) < 0.12;
    });
    expect(isAmong || isCentred).toBe(true);
  });

  test.skipIf(arena.fixed)(
    `searches alike wherever the optimum lies${arena.fixed ? `: no, ${arena.fixed}` : ''}`,
    () => {
      // Neither at 0: what begins with weights that say something keeps them.
      const [near, far] = [1, 3].map((at) => new Float32Array(origin.length).fill(at));
      // What draws weights to 0 knows where that is.
      const fair = settings('weightDecay' in (v.parse(optimizer.settings, {}) as object) ? { weightDecay: 0 } : {});
      let here = optimizer.init(origin.length, fair, 1, near);
      let there = optimizer.init(origin.length, fair, 1, far);
      for (let g = 0; g < 5; g++) {
        here = turn(here, (x) => shifted(Array.from(x, (value) => value - 1)));
        there = turn(there, (x) => shifted(Array.from(x, (value) => value - 3)));
      }
      const moved = Array.from(optimizer.mean(there), (value) => value - 2);
      for (const [i, value] of optimizer.mean(here).entries()) expect(moved[i]).toBeCloseTo(value, 4);
    },
  );

  test('takes other settings from the next ask on', () => {
    const state = turns(2, begin(1));
    const amended = optimizer.amend(state, settings({ populationSize: 20 }));
    expect(optimizer.ask(amended).genomes.length).toBe(20);
    expect(optimizer.ask(state).genomes.length).toBe(SIZE);
    expect(optimizer.stats(amended).generation).toBe(2);
    expect(stateText(optimizer.amend(state, settings()))).toBe(stateText(state));
  });

  test('counts generations and knows its step', () => {
    expect(optimizer.stats(begin(1)).generation).toBe(0);
    const { generation, stepSize } = optimizer.stats(turns(7, begin(1)));
    expect(generation).toBe(7);
    expect(stepSize).toBeGreaterThan(0);
    expect(stepSize).toBeLessThan(1);
    expect(optimizer.stop(turns(3, begin(1)))).toEqual({});
  });

  test(`comes ${arena.gain} times lower in 200 generations`, { tags: 'slow' }, () => {
    for (const seed of [1, 2, 3]) {
      const end = optimizer.mean(turns(200, begin(seed)));
      expect(shifted(end)).toBeLessThan(shifted(origin) / arena.gain);
    }
  });
});
