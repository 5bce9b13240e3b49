import { describe, expect, test } from 'vitest';
import { bestFirst, centredRanks, nesUtilities, ranking } from '../../src/evo/shaping.ts';

describe('ranking', () => {
  test('puts the best first, equals in the order of their indices', () => {
    expect(ranking([1, 3, 2])).toEqual([1, 2, 0]);
    expect(ranking([2, 5, 2, 5, 2])).toEqual([1, 3, 0, 2, 4]);
    expect(ranking([0, -0])).toEqual([0, 1]);
  });

  test('puts failures below everything', () => {
    const fitness = [Number.NaN, Number.NEGATIVE_INFINITY, 3, Number.NaN, Number.POSITIVE_INFINITY];
    expect(ranking(fitness)).toEqual([4, 2, 1, 0, 3]);
    expect(ranking([Number.NaN, Number.NaN])).toEqual([0, 1]);
  });

  test('wants a fitness for each genome', () => {
    expect(() => bestFirst([[1], [2], [3]], [1, 2])).toThrow('told 2 fitnesses of 3 genomes, need two or more of each');
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
  // ln 3 - ln 1, ln 3 - ln 2, 0, 0 over their sum, less a quarter each.
  const [first, second] = [Math.log(3), Math.log(3) - Math.log(2)];
  const expected = [first / (first + second) - 0.25, second / (first + second) - 0.25, -0.25, -0.25];
  for (const [place, utility] of nesUtilities(4).entries()) expect(utility).toBeCloseTo(expected[place] as number, 15);
});

test.each([2, 5, 32, 101])('NES utilities of %i fall and sum to nothing', (size) => {
  const utilities = Array.from(nesUtilities(size));
  expect(utilities.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
  expect(utilities.toSorted((a, b) => b - a)).toEqual(utilities);
});
