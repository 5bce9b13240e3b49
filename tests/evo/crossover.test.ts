import { expect, test } from 'vitest';
import { crossoverGenomes } from '../../src/evo/crossover.ts';
import type { Rng } from '../../src/math/rng.ts';

const first = Float32Array.of(1, 2, 3, 4);
const second = Float32Array.of(5, 6, 7, 8);
/** A stream of these uniform numbers. */
const drawing = (...uniforms: number[]) => ({ next: () => uniforms.shift()! }) as Rng;
const child = (kind: 'uniform' | 'one-point', ...uniforms: number[]) =>
  Array.from(crossoverGenomes(first, () => second, kind, drawing(...uniforms)));

test('one-point takes the weights before the cut from the first parent and the rest from the second', () => {
  expect(child('one-point', 0)).toEqual([5, 6, 7, 8]);
  expect(child('one-point', 0.25)).toEqual([1, 6, 7, 8]);
  expect(child('one-point', 0.6)).toEqual([1, 2, 7, 8]);
  expect(child('one-point', 0.99)).toEqual([1, 2, 3, 8]);
});

test('uniform takes each weight from the first parent when its number is below a half', () => {
  expect(child('uniform', 0, 0.5, 0.49, 0.99)).toEqual([1, 6, 3, 8]);
});

test('none is the first parent, and asks for no second', () => {
  const never = () => {
    throw new Error('a second parent');
  };
  expect(crossoverGenomes(first, never, 'none', drawing())).toBe(first);
});
