import { expect, it } from 'vitest';
import { spaced } from '../../../src/app/stage/spaced-generations.ts';

it.each([
  [0, 6, [0]],
  [3, 6, [0, 1, 2, 3]],
  [100, 6, [0, 2, 5, 15, 39, 100]],
  [4000, 4, [0, 15, 251, 4000]],
])('spaces generations to %i over %i places', (last, count, expected) => expect(spaced(last, count)).toEqual(expected));
