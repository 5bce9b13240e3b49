import { expect, test } from 'vitest';
import { clamp } from '../../../src/sim/flat/clamp.ts';

test.each([
  [-2, -1, 1, -1],
  [2, -1, 1, 1],
  [0.5, -1, 1, 0.5],
  // A value that equals a bound keeps the sign of its zero.
  [-0, 0, 1, -0],
  [0, -1, -0, 0],
])('%d within %d and %d is %d', (value, low, high, expected) => {
  expect(clamp(value, low, high)).toBe(expected);
});
