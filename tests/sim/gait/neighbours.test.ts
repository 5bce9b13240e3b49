import { expect, test } from 'vitest';
import { neighboursInAir, neighboursOutOfTurn } from '../../../src/sim/gait/neighbours.ts';

const three = [
  { left: 0, right: 1 },
  { left: 2, right: 3 },
  { left: 4, right: 5 },
];
/** Lags between legs that come down at these phases; undefined for a leg without one. */
const of = (phases: readonly (number | undefined)[]) => (one: number, other: number) => {
  const [from, to] = [phases[one], phases[other]];
  return from === undefined || to === undefined ? undefined : to - from;
};

test('two sets of legs in turn are not out of turn at all, and all legs at once are altogether', () => {
  expect(neighboursOutOfTurn(three, of([0, 0.5, 0.5, 0, 0, 0.5]))).toBe(0);
  expect(neighboursOutOfTurn(three, of([0.3, 0.3, 0.3, 0.3, 0.3, 0.3]))).toBe(1);
});

test('a wave along the sides is as far from it as its lag is from half a stride', () => {
  expect(neighboursOutOfTurn(three, of([0.5, 0, 0.25, 0.75, 0, 0.5]))).toBeCloseTo(0.5, 12);
});

test('a leg without steady lag counts in full for each of its neighbours, of its own side only', () => {
  expect(neighboursOutOfTurn(three, of([0, 0.5, undefined, 0, 0, 0.5]))).toBe(0.5);
  expect(neighboursOutOfTurn(three, of([undefined, 0.5, 0.5, 0, 0, 0.5]))).toBe(0.25);
});

test('front and hind legs are no neighbours where a pair is between them', () => {
  // Front and hind legs are together, which would count if they were.
  expect(neighboursOutOfTurn(three, of([0.1, 0.6, 0.6, 0.1, 0.1, 0.6]))).toBeCloseTo(0, 12);
});

test('of one or two pairs nothing counts', () => {
  expect(neighboursOutOfTurn(three.slice(0, 2), of([0, 0, 0, 0]))).toBe(0);
  expect(neighboursOutOfTurn([], of([]))).toBe(0);
});

const row = (pattern: string) => Uint8Array.from(pattern, (letter) => (letter === '#' ? 1 : 0));

test('two sets of legs in turn never have neighbours in the air together', () => {
  const [one, other] = [row('##..##..'), row('..##..##')];
  expect(neighboursInAir(three, [one, other, other, one, one, other])).toBe(0);
});

test('the time in which neighbours of one side are both in the air is averaged over all neighbours', () => {
  const [up, down] = [row('........'), row('########')];
  // On the left the front and the middle leg for half of the time; on the right nothing, whatever the other side does.
  expect(neighboursInAir(three, [up, down, row('####....'), down, down, down])).toBeCloseTo(0.5 / 4, 12);
  expect(neighboursInAir(three, [up, up, up, up, up, up])).toBe(1);
  expect(neighboursInAir(three.slice(0, 2), [up, up, up, up])).toBe(0);
});
