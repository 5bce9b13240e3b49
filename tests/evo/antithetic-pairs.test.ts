import { expect, test } from 'vitest';
import { searchDirections } from '../../src/evo/antithetic-pairs.ts';
import { drawSample } from '../../src/math/gaussian-sample.ts';
import { stream } from '../../src/math/rng.ts';
import { maxDifference } from './run-search.ts';

const mean = Float64Array.of(0.1, -1 / 3, 1e6, 0);
const sigma = Float64Array.of(0.1, 0.2, 0.3, 1e-3);

const pairs = (count: number, seed: number, deviations = sigma) =>
  drawSample({ mean, deviations, isMirrored: true }, count, stream(seed, 'pairs')).vectors;

test('pairs are next to each other in the list, and symmetric about the mean', () => {
  const genomes = pairs(6, 1);
  expect(genomes.length).toBe(6);
  for (const j of [0, 2, 4]) {
    const [a, b] = [genomes[j]!, genomes[j + 1]!];
    expect(maxDifference(a, b)).toBeGreaterThan(1e-3);
    const middle = Array.from(a, (x, i) => (x + b[i]!) / 2);
    for (const i of [0, 1, 3]) expect(middle[i]).toBeCloseTo(mean[i]!, 7);
  }
  expect(pairs(5, 1)).toEqual(genomes.slice(0, 5));
});

test('pairs are found by their weights in any order; a genome without an opposite is alone', () => {
  const genomes = [...pairs(8, 2), Float32Array.of(5, 5, 1e6, 5)];
  expect(searchDirections(mean, genomes, [3, 0, 8, 7, 1, 2, 5, 4, 6])).toEqual([[3, 2], [0, 1], [8], [7, 6], [5, 4]]);
  expect(searchDirections(mean, genomes, [0, 1, 2])).toEqual([[0, 1], [2]]);
});

test('the mean of a pair may be half an ulp of single precision aside, and no more', () => {
  const pair = [Float32Array.of(1), Float32Array.of(1)];
  const found = (aside: number) => searchDirections(Float64Array.of(1 + aside), pair, [0, 1]).length;
  expect([found(1.19e-7), found(-1.19e-7)]).toEqual([1, 1]);
  expect([found(1.2e-7), found(-1.2e-7)]).toEqual([2, 2]);
});

test('pairs that rounding moved onto the mean are found too', () => {
  const tiny = pairs(4, 3, Float64Array.of(1e-12, 1e-12, 1e-12, 0));
  expect(searchDirections(mean, tiny, [0, 1, 2, 3]).map((direction) => direction.length)).toEqual([2, 2]);
});
