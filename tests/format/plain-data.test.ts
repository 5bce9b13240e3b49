import { describe, expect, test } from 'vitest';
import { plainFromJson, plainToJson } from '../../src/format/plain-data.ts';

const thereAndBack = (value: unknown) => plainFromJson(JSON.parse(JSON.stringify(plainToJson(value))), 'optimizer');

describe('plain data comes back as it was', () => {
  test.each<[string, unknown]>([
    ['-0 alone', -0],
    ['-0 in a field', { rate: -0 }],
    ['-0 in a short list', [1, -0]],
    ['-0 in a long list', [1, 2, -0, 4]],
    ['what JSON has no number for', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['a long list of flags', [true, false, false, true]],
    ['a list of objects of one kind', [{ a: 1, b: -0 }, { a: 2, b: Number.NaN }]], // biome-ignore format: a table
    ['typed arrays', { a: Float32Array.of(0.5, -0), b: Float64Array.of(0.1) }],
  ])('%s', (_what, value) => {
    expect(thereAndBack(value)).toEqual(value);
  });
});

test('four numbers or flags and more become one text, fewer stay as they are', () => {
  expect(plainToJson([1, 2, 3])).toEqual([1, 2, 3]);
  expect(plainToJson([1, 2, 3, 4])).toEqual({ $: 'numbers', of: expect.any(String) });
  expect(plainToJson([true, false, true])).toEqual([true, false, true]);
  expect(plainToJson([true, false, true, true])).toEqual({ $: 'booleans', of: '1011' });
});
