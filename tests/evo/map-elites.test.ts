import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Archive, bestOf, cellOf, coverage, qdScore, withCandidates } from '../../src/evo/archive.ts';
import { DESCRIPTOR_NAMES, mapElites } from '../../src/evo/map-elites.ts';
import { deviation, mean } from '../../src/math/stats.ts';
import { descriptorNames } from '../../src/sim/descriptor.ts';

const settings = (some: v.InferInput<typeof mapElites.settings> = {}) => v.parse(mapElites.settings, some);
const genome = (...weights: number[]) => Float32Array.from(weights);
const one = (weight: number, fitness: number, ...descriptor: [number, number]) => ({
  genome: genome(weight),
  fitness,
  descriptor,
});

test('uses all behaviour measures of the simulation, by the same names in the same order', () => {
  expect(DESCRIPTOR_NAMES).toEqual(descriptorNames);
});

describe('an archive', () => {
  test('maps the first measure to columns and the second to rows, 1 and more to the last ones', () => {
    expect(cellOf([0, 0], 4)).toBe(0);
    expect(cellOf([0.26, 0], 4)).toBe(1);
    expect(cellOf([0, 0.26], 4)).toBe(4);
    expect(cellOf([1, 1], 4)).toBe(15);
    expect(cellOf([-3, 9], 4)).toBe(12);
  });

  test('keeps the best genome of each cell, and the earlier one of equals', () => {
    const before = withCandidates([], [one(1, 5, 0.1, 0.1), one(2, 6, 0.9, 0.1), one(3, 7, 0.2, 0.2)], 2);
    expect(before.map(({ cell, genome, fitness }) => [cell, genome[0], fitness])).toEqual([
      [0, 3, 7],
      [1, 2, 6],
    ]);
    const after = withCandidates(before, [one(4, 7, 0, 0), one(5, 6.5, 1, 0), one(6, -1, 0, 1)], 2);
    expect(after.map(({ genome }) => genome[0])).toEqual([3, 5, 6]);
    expect(before.length).toBe(2);
  });

  test('does not depend on the order of candidates', () => {
    const all = [one(3, 5, 0, 0), one(1, 5, 0, 0), one(2, 5, 0, 0), one(9, 4, 0, 0)];
    for (const order of [all, all.toReversed()]) expect(withCandidates([], order, 2)[0]!.genome[0]).toBe(1);
  });

  test('ignores candidates with a NaN fitness or descriptor', () => {
    expect(withCandidates([], [one(1, Number.NaN, 0, 0), one(1, 1, Number.NaN, 0)], 2)).toEqual([]);
  });

  test('is measured by coverage and QD score', () => {
    const archive = withCandidates([], [one(1, 5, 0, 0), one(2, 7, 1, 0), one(3, 6, 1, 1)], 2);
    expect(coverage(archive, 2)).toBe(0.75);
    expect(qdScore(archive, 2)).toBe(3 + 5 + 4);
    expect(bestOf(archive)!.genome[0]).toBe(2);
    expect(bestOf([])).toBeUndefined();
    const equals = withCandidates([], [one(1, 5, 0, 0), one(2, 7, 1, 0), one(3, 7, 1, 1)], 2);
    expect(bestOf(equals)!.genome[0]).toBe(2);
  });
});

describe('children', () => {
  /** Genomes from an archive of two elites with 50 weights, all 0 and all 1. */
  const children = (some: object) => {
    const [zero, unit] = [new Float32Array(50), new Float32Array(50).fill(1)];
    const start = mapElites.init(50, settings({ populationSize: 400, ...some }), 1);
    return mapElites.ask(
      mapElites.tell(
        start,
        [zero, unit],
        [1, 1],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).genomes;
  };

  test('are mutated copies of one elite each', () => {
    for (const child of children({ line: 0, mutation: 0.05 })) {
      expect(Math.abs(mean(child) - Math.round(mean(child)))).toBeLessThan(0.05);
      expect(deviation(child)).toBeGreaterThan(0.03);
      expect(deviation(child)).toBeLessThan(0.07);
    }
  });

  test('move along the line through a second elite', () => {
    const all = children({ line: 0.2, mutation: 1e-6 });
    for (const child of all) expect(deviation(child)).toBeLessThan(1e-5);
    // Half of them have the same elite twice, and do not move.
    const shifts = all.map((child) => mean(child)).map((at) => at - Math.round(at));
    expect(shifts.filter((shift) => Math.abs(shift) < 1e-5).length / all.length).toBeCloseTo(0.5, 1);
    expect(deviation(shifts.filter((shift) => Math.abs(shift) > 1e-5))).toBeGreaterThan(0.15);
    expect(deviation(shifts.filter((shift) => Math.abs(shift) > 1e-5))).toBeLessThan(0.25);
  });
});

test('uses the two behaviour measures of its settings', () => {
  const state = mapElites.init(1, settings({ across: 'height', up: 'speed', resolution: 10 }), 1);
  const measures = [0.05, 0.15, 0.25, 0.35, 0.45];
  const next = mapElites.tell(state, [genome(1), genome(2)], [1, 2], [measures, measures.toReversed()]);
  expect(next.archive.map(({ descriptor }) => descriptor)).toEqual([
    [0.25, 0.05],
    [0.25, 0.45],
  ]);
  expect(mapElites.stats(next).others).toEqual({ elites: 2, coverage: 0.02 });
});

test('without descriptors, it uses one cell', () => {
  const state = mapElites.tell(mapElites.init(1, settings(), 1), [genome(1), genome(2)], [1, 2]);
  expect(state.archive).toMatchObject([{ cell: 0, fitness: 2 }]);
});

/**
 * Sphere and linear projection of Fontaine, Togelius, Nikolaidis & Hoover 2020 (arXiv:1912.02400, section 4): weights in
 * [-5.12, 5.12], the optimum at 0.4 of that range; the descriptors are the sums of either half of the weights, a weight x
 * outside the range counting 5.12 / x. Hard to fill: for random weights those sums are near 0.
 */
describe('sphere with linear projection, 20 weights', { tags: 'slow' }, () => {
  const REACH = 5.12;
  const N = 20;
  const fitnessOf = (x: Float32Array) => {
    const error = x.reduce((sum, value) => sum + (value - 0.4 * REACH) ** 2, 0);
    return 100 * (1 - error / (N * (1.4 * REACH) ** 2));
  };
  const descriptorOf = (x: Float32Array) => {
    const clipped = x.map((value) => (Math.abs(value) <= REACH ? value : REACH / value));
    return [clipped.subarray(0, N / 2), clipped.subarray(N / 2)].map(
      (half) => 0.5 + half.reduce((a, b) => a + b, 0) / (N * REACH),
    );
  };

  test.each([1, 2, 3])(
    'fills 60 %% of 16 x 16 cells in 500 generations of 64, and never gets worse: seed %i',
    (seed) => {
      let state = mapElites.init(N, settings({ mutation: 0.5, sigma: 0.5 }), seed);
      const archives: Archive[] = [state.archive];
      for (let g = 0; g < 500; g++) {
        const { genomes } = mapElites.ask(state);
        state = mapElites.tell(state, genomes, genomes.map(fitnessOf), genomes.map(descriptorOf));
        archives.push(state.archive);
      }
      for (let g = 1; g < archives.length; g++) {
        const [before, now] = [archives[g - 1]!, archives[g]!];
        expect(now.length).toBeGreaterThanOrEqual(before.length);
        // The lowest possible fitness for weights within a few times their range.
        expect(qdScore(now, -1000)).toBeGreaterThanOrEqual(qdScore(before, -1000));
      }
      expect(coverage(state.archive, 16)).toBeGreaterThanOrEqual(0.6);
      expect(bestOf(state.archive)!.fitness).toBeGreaterThan(95);
      for (const { cell, genome, fitness, descriptor } of state.archive) {
        expect(fitness).toBe(fitnessOf(genome));
        expect(cellOf(descriptor, 16)).toBe(cell);
      }
    },
  );
});
