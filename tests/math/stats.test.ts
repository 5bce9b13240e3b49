import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviation, emptyMoments, mean, median, merge, observe, quantile, variance } from '../../src/math/stats.ts';

test('mean and deviation by hand', () => {
  expect(mean([1, 2, 3, 6])).toBe(3);
  expect(mean([])).toBeNaN();
  expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 15);
  expect(deviation([5])).toBe(0);
});

test('quantiles interpolate between neighbours', () => {
  const values = [30, 10, 20, 40];
  expect(quantile(values, 0)).toBe(10);
  expect(quantile(values, 1)).toBe(40);
  expect(median(values)).toBe(25);
  expect(quantile(values, 0.9)).toBeCloseTo(37, 12);
  expect(values).toEqual([30, 10, 20, 40]);
  expect(median([])).toBeNaN();
  expect(median([Number.NEGATIVE_INFINITY, 1, 2])).toBe(1);
});

const vectors = fc.array(
  fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
  {
    minLength: 2,
    maxLength: 50,
  },
);
const seen = (xs: number[][]) => {
  const moments = emptyMoments(2);
  for (const x of xs) observe(moments, Float64Array.from(x));
  return moments;
};

describe('moments', () => {
  test('are the mean and variance of the vectors', () => {
    fc.assert(
      fc.property(vectors, (xs) => {
        const moments = seen(xs);
        for (const i of [0, 1]) {
          const column = xs.map((x) => x[i]!);
          expect(moments.mean[i]).toBeCloseTo(mean(column), 9);
          expect(Math.sqrt(variance(moments)[i]!)).toBeCloseTo(deviation(column), 6);
        }
      }),
      { seed: 1 },
    );
  });

  test('of two parts merge into those of the whole, without being changed', () => {
    fc.assert(
      fc.property(vectors, fc.nat(), (xs, at) => {
        const cut = at % (xs.length + 1);
        const parts = [seen(xs.slice(0, cut)), seen(xs.slice(cut))] as const;
        const before = structuredClone(parts);
        const both = merge(...parts);
        const whole = seen(xs);
        expect(parts).toEqual(before);
        expect(both.count).toBe(whole.count);
        for (const i of [0, 1]) {
          expect(both.mean[i]).toBeCloseTo(whole.mean[i]!, 9);
          expect(both.squares[i]).toBeCloseTo(whole.squares[i]!, 4);
        }
      }),
      { seed: 1 },
    );
  });

  test('merge with empty moments to the same bits, from either side', () => {
    const some = seen([
      [1, 0.1],
      [2, 0.7],
      [5, 0.3],
    ]);
    expect(merge(some, emptyMoments(2))).toEqual(some);
    expect(merge(emptyMoments(2), some)).toEqual(some);
    expect(merge(emptyMoments(2), emptyMoments(2))).toEqual(emptyMoments(2));
  });

  test('are exact far from zero', () => {
    const moments = emptyMoments(1);
    for (const x of [4, 7, 13, 16]) observe(moments, [1e9 + x]);
    expect(variance(moments)[0]).toBe(30);
  });

  test('of one vector have variance 0', () => {
    expect(variance(seen([[3, 4]]))).toEqual(new Float64Array(2));
  });

  test('of different sizes do not merge', () => {
    expect(() => merge(emptyMoments(2), emptyMoments(3))).toThrow('moments of 2 and of 3 components do not merge');
  });
});
