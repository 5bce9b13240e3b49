import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { drawUniforms } from '../../src/math/uniforms.ts';

describe('uniform numbers and the state after them are those of seedrandom', () => {
  // About 45,000 numbers each; one in 4,000 has a carry that the product alone would not give.
  test.each(['', '1/ask/0', 'legs'])('in rows of any length, from the seed "%s"', (seed) => {
    const theirs = alea(seed, { state: true });
    const state = theirs.state();
    for (let length = 0; length < 300; length++) expectAlike(state, theirs.double, length);
    expect(state).toEqual(theirs.state());
  });

  const full = 333508793 / 2 ** 32; // 2091639 times this is 2^-32 less than a whole number
  test.each([
    ['first', { c: 1, s0: full, s1: 0.25, s2: 0.75 }],
    ['second', { c: 0, s0: 2054 / 2 ** 32, s1: full, s2: 0.75 }],
  ])('where the carry makes the fraction of the %s 32 bits exactly full', (_, state) => {
    expectAlike({ ...state }, alea('', { state }).double, 3);
  });
});

function expectAlike(state: Parameters<typeof drawUniforms>[0], double: () => number, length: number) {
  const row = new Float64Array(length);
  drawUniforms(state, row);
  expect([...row]).toEqual(Array.from(row, double));
}
