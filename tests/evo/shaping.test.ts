import { describe, expect, test } from 'vitest';
import { bestFirst, centredRanks, nesUtilities, ranking, shapedFitness, shapings } from '../../src/evo/shaping.ts';
import { stream } from '../../src/math/rng.ts';

describe('ranking', () => {
  test('puts the best first, equals in the order of their indices', () => {
    expect(ranking([1, 3, 2])).toEqual([1, 2, 0]);
    expect(ranking([2, 5, 2, 5, 2])).toEqual([1, 3, 0, 2, 4]);
    expect(ranking([0, -0])).toEqual([0, 1]);
  });

  test('ranks failures below everything', () => {
    const fitness = [Number.NaN, Number.NEGATIVE_INFINITY, 3, Number.NaN, Number.POSITIVE_INFINITY];
    expect(ranking(fitness)).toEqual([4, 2, 1, 0, 3]);
    expect(ranking([Number.NaN, Number.NaN])).toEqual([0, 1]);
  });

  test('of genomes breaks ties independently of the order they come in', () => {
    const genomes = Array.from({ length: 40 }, (_, k) => [k, -k / 2]);
    const flat = new Array(40).fill(1);
    const order = bestFirst(genomes, flat);
    expect(order.toSorted((i, j) => i - j)).toEqual([...genomes.keys()]);
    const backwards = bestFirst(genomes.toReversed(), flat).map((k) => 39 - k);
    expect(backwards).toEqual(order);
    // Neither small nor large genomes are preferred.
    const upper = order.slice(0, 20).reduce((sum, k) => sum + k, 0) / 20;
    expect(Math.abs(upper - 19.5)).toBeLessThan(6);
  });

  test('wants a fitness for each genome', () => {
    expect(() => bestFirst([[1], [2], [3]], [1, 2])).toThrow('got 2 fitnesses for 3 genomes, need two or more of each');
    expect(() => bestFirst([[1]], [1])).toThrow(RangeError);
    expect(bestFirst([[1], [2]], [1, 2])).toEqual([1, 0]);
  });
});

test('centred ranks by hand', () => {
  const ranks = centredRanks([10, -10, 5, 3]);
  for (const [i, rank] of [1 / 2, -1 / 2, 1 / 6, -1 / 6].entries()) expect(ranks[i]).toBeCloseTo(rank, 15);
  expect(Array.from(centredRanks([Number.NaN, 7, Number.NEGATIVE_INFINITY]))).toEqual([-0.5, 0.5, 0]);
});

test('NES utilities by hand', () => {
  // ln 3 - ln 1, ln 3 - ln 2, 0, 0 over their sum, minus a quarter each.
  const [first, second] = [Math.log(3), Math.log(3) - Math.log(2)];
  const expected = [first / (first + second) - 0.25, second / (first + second) - 0.25, -0.25, -0.25];
  for (const [rank, utility] of nesUtilities(4).entries()) expect(utility).toBeCloseTo(expected[rank]!, 15);
});

test.each([2, 5, 32, 101])('NES utilities of %i ranks fall and sum to 0', (size) => {
  const utilities = Array.from(nesUtilities(size));
  expect(utilities.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
  expect(utilities.toSorted((a, b) => b - a)).toEqual(utilities);
});

describe('shaped fitness', () => {
  const { NaN: failed, POSITIVE_INFINITY: inf } = Number;

  test('raw: failures become the lowest value, infinities the lowest and highest', () => {
    expect(Array.from(shapedFitness([3, failed, -2, inf, -inf], 'raw'))).toEqual([3, -2, -2, 3, -2]);
    expect(Array.from(shapedFitness([failed, -inf], 'raw'))).toEqual([0, 0]);
  });

  test('z-scores by hand', () => {
    // Mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32 over 8, deviation 2.
    const expected = [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2];
    expect(Array.from(shapedFitness([2, 4, 4, 4, 5, 5, 7, 9], 'z-scores'))).toEqual(expected);
    expect(Array.from(shapedFitness([0.1, 0.1, 0.1], 'z-scores'))).toEqual([0, 0, 0]);
    expect(Array.from(shapedFitness([1, 3, failed], 'z-scores'))).toEqual(
      Array.from(shapedFitness([1, 3, 1], 'z-scores')),
    );
  });

  test('z-scores are the same bits whatever the order of the fitnesses', () => {
    const fitness = Array.from(stream(1, 'fitness').normals(40), (value) => 1e3 * value);
    const backwards = shapedFitness(fitness.toReversed(), 'z-scores');
    expect(Array.from(backwards.toReversed())).toEqual(Array.from(shapedFitness(fitness, 'z-scores')));
  });

  test('centred ranks and NES utilities by rank', () => {
    expect(Array.from(shapedFitness([10, -10, 5, 3], 'centred-ranks'))).toEqual(
      Array.from(centredRanks([10, -10, 5, 3])),
    );
    const [first, second, third, fourth] = nesUtilities(4).map((utility) => 4 * utility);
    expect(Array.from(shapedFitness([10, failed, 5, 3], 'nes-utilities'))).toEqual([first, fourth, second, third]);
  });

  test('equal fitnesses share the mean of their values', () => {
    expect(Array.from(shapedFitness([7, 1, 7, 1, 7], 'centred-ranks'))).toEqual([0.25, -0.375, 0.25, -0.375, 0.25]);
    expect(Array.from(shapedFitness([failed, 4, failed], 'centred-ranks'))).toEqual([-0.25, 0.5, -0.25]);
  });

  test.each(shapings)('%s: 0 when all fitnesses are equal', (shaping) => {
    for (const utility of shapedFitness([failed, failed, failed, failed], shaping)) expect(utility).toBeCloseTo(0, 15);
    if (shaping !== 'raw')
      for (const utility of shapedFitness([8, 8, 8, 8], shaping)) expect(utility).toBeCloseTo(0, 15);
  });
});
