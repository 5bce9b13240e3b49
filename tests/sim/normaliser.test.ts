import { expect, test } from 'vitest';
import { createNormaliser } from '../../src/sim/normaliser.ts';

function normalised(observation: number[], ...statistics: Parameters<typeof createNormaliser>): number[] {
  const to = new Float64Array(observation.length);
  const from = Float64Array.from(observation);
  createNormaliser(...statistics)(from, to);
  expect(from).toEqual(Float64Array.from(observation));
  return Array.from(to);
}
/** Statistics of five vectors: the variances are a fourth of the squares. */
const statistics = (mean: number[], squares: number[], count = 5) => ({
  count,
  mean: Float64Array.from(mean),
  squares: Float64Array.from(squares),
});

test('centres and scales each channel by its own mean and deviation', () => {
  expect(normalised([3, 3], statistics([1, 4], [16, 1]))).toEqual([1, -2]);
});

test('clips at five standard deviations', () => {
  expect(normalised([100, -100, 11], statistics([1, 1, 1], [16, 16, 16]))).toEqual([5, -5, 5]);
});

test('takes a variance below a hundredth as a hundredth', () => {
  const [still, hardly] = normalised([1.1, 1.1], statistics([1, 1], [0, 4 * 0.0099]));
  expect(still).toBeCloseTo(1, 12);
  expect(hardly).toBeCloseTo(1, 12);
});

test('copies without statistics, or with those of one observation', () => {
  expect(normalised([7, -9], null)).toEqual([7, -9]);
  expect(normalised([7, -9], statistics([1, 1], [0, 0], 1))).toEqual([7, -9]);
});

test('uses the statistics as they were when it was created', () => {
  const given = statistics([1], [16]);
  const normalise = createNormaliser(given);
  given.mean[0] = 50;
  given.squares[0] = 99;
  const to = new Float64Array(1);
  normalise(Float64Array.of(3), to);
  expect(to[0]).toBe(1);
});

test('treats senses of one group alike, as if each had seen what the others saw', () => {
  // The first and the third saw 1, 5 and 3, 11: together 1, 5, 3, 11 with a mean of 5 and squares of 56.
  const two = statistics([3, 0, 7], [8, 2, 32], 2);
  const [first, second, third] = normalised([6, 1, 6], two, [0, 1, 0]);
  expect(first).toBe(third);
  expect(first).toBeCloseTo(1 / Math.sqrt(56 / 2), 12);
  expect(second).toBeCloseTo(1 / Math.sqrt(2), 12);
  expect(normalised([6, 1, 6], two, [0, 1, 2])).toEqual(normalised([6, 1, 6], two));
});
