import { expect, test } from 'vitest';
import { antitheticPairs, searchDirections } from '../../src/evo/antithetic-pairs.ts';
import { stream } from '../../src/math/rng.ts';
import { furthest } from './search.ts';

const centre = Float64Array.of(0.1, -1 / 3, 1e6, 0);
const reach = Float64Array.of(0.1, 0.2, 0.3, 1e-3);

test('lie side by side in the list, and opposite each other about the centre', () => {
  const genomes = antitheticPairs(centre, reach, 6, stream(1, 'twins'));
  expect(genomes.length).toBe(6);
  for (const j of [0, 2, 4]) {
    const [a, b] = [genomes[j] as Float32Array, genomes[j + 1] as Float32Array];
    expect(furthest(a, b)).toBeGreaterThan(1e-3);
    const middle = Array.from(a, (x, i) => (x + (b[i] as number)) / 2);
    for (const i of [0, 1, 3]) expect(middle[i]).toBeCloseTo(centre[i] as number, 7);
  }
  expect(antitheticPairs(centre, reach, 5, stream(1, 'twins'))).toEqual(genomes.slice(0, 5));
});

test('are found by where they lie, in whatever order, those without one alone', () => {
  const genomes = [...antitheticPairs(centre, reach, 8, stream(2, 'twins')), Float32Array.of(5, 5, 1e6, 5)];
  expect(searchDirections(centre, genomes, [3, 0, 8, 7, 1, 2, 5, 4, 6])).toEqual([[3, 2], [0, 1], [8], [7, 6], [5, 4]]);
  expect(searchDirections(centre, genomes, [0, 1, 2])).toEqual([[0, 1], [2]]);
});

test('that fell together on the centre find each other too', () => {
  const tiny = antitheticPairs(centre, Float64Array.of(1e-12, 1e-12, 1e-12, 0), 4, stream(3, 'twins'));
  expect(searchDirections(centre, tiny, [0, 1, 2, 3]).map((direction) => direction.length)).toEqual([2, 2]);
});
