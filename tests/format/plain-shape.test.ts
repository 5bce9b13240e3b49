import { expect, test } from 'vitest';
import type { Plain } from '../../src/format/plain-data.ts';
import { shapeError } from '../../src/format/plain-shape.ts';

const fault = (value: Plain | undefined, like: Plain, later?: Plain) => shapeError(value, like, later, 'it');
const row = (length: number) => new Float64Array(length);

test.each<[Plain, Plain, Plain?]>([
  [1, 2],
  ['a', 'b'],
  [true, false],
  [row(3), row(3)],
  // A row that is empty at first grows.
  [row(0), row(0)],
  [row(20_000), row(0)],
  [null, null],
  [{ any: 1 }, null],
  [[], []],
  [[], [1]],
  [[1, 2, 3], [9]],
  [[{ a: 1 }], [], [{ a: 2 }]],
  [
    { a: [1], b: { c: 'x' } },
    { b: { c: '' }, a: [] },
    { a: [2], b: { c: '' } },
  ],
])('%j may stand where %j did', (value, like, later) => {
  expect(fault(value, like, later)).toBe('');
});

test.each<[Plain | undefined, Plain, string, Plain?]>([
  [undefined, 1, 'it is missing'],
  [null, 1, 'it is null, must be a number'],
  [1, null, 'it is a number, must be null'],
  [[], {}, 'it is a list, must be an object'],
  [new Float32Array(2), row(2), 'it is a float32 array, must be a float64 array'],
  [row(2), row(3), 'it has 2 numbers, must have 3'],
  [row(4), row(3), 'it has 4 numbers, must have 3'],
  [row(20_001), row(0), 'it has 20001 numbers, must have at most 20000'],
  [[1], [], 'it must be empty'],
  [[1, 'x'], [1], 'it[1] is a text, must be a number'],
  [[{ a: true }], [], 'it[0].a is true or false, must be a number', [{ a: 2 }]],
  [{ a: 1, b: 2 }, { a: 1 }, 'it.b is not a known key'],
  [{ a: 1 }, { a: 1, b: 2 }, 'it.b is missing'],
  [{ a: [1] }, { a: [] }, 'it.a must be empty', { a: [] }],
])('%j may not stand where %j did', (value, like, sentence, later) => {
  expect(fault(value, like, later)).toBe(sentence);
});
