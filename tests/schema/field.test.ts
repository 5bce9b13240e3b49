import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { choice, flag, integer, integers, number } from '../../src/schema/field.ts';

const about = { title: 'Some setting', effect: 'Does something.' };
const fields = v.strictObject({
  real: number({ default: 0.5, min: -1, max: 1, unit: 'm', ...about }),
  whole: integer({ default: 3, min: 1, max: 9, level: 'basic', fixed: true, ...about }),
  one: choice({ default: 'b', options: ['a', 'b'], ...about }),
  yes: flag({ default: false, ...about }),
  list: integers({ default: [16], min: 1, max: 20, maxLength: 2, ...about }),
});

test('a missing field takes its default', () => {
  const expected = { real: 0.5, whole: 3, one: 'b', yes: false, list: [16] };
  expect(v.parse(fields, {})).toEqual(expected);
  expect(v.parse(fields, { real: undefined, list: undefined })).toEqual(expected);
});

test('a default that is a list is a new list each time', () => {
  v.parse(fields, {}).list.push(5);
  expect(v.parse(fields, {}).list).toEqual([16]);
});

test('numbers pass unchanged within their range, ends included, and are refused outside', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (real) => {
      const { success, output } = v.safeParse(fields, { real });
      expect(success).toBe(real >= -1 && real <= 1);
      if (success) expect(output.real).toBe(real);
    }),
    { seed: 1, examples: [[-1], [1]] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double({ noInteger: true })), (whole) => {
      expect(v.safeParse(fields, { whole }).success).toBe(Number.isInteger(whole) && whole >= 1 && whole <= 9);
    }),
    { seed: 1, examples: [[1], [9]] },
  );
});

test('nothing else passes for a number, a choice, a flag or a list', () => {
  for (const odd of [null, '1', [], {}, Number.NaN]) {
    for (const key of ['real', 'whole', 'one', 'yes']) expect(v.safeParse(fields, { [key]: odd }).success).toBe(false);
  }
  for (const list of [[0], [21], [1.5], [1, 2, 3], ['1'], [Number.NaN]]) {
    expect(v.safeParse(fields, { list }).success).toBe(false);
  }
  expect(v.parse(fields, { list: [] }).list).toEqual([]);
});

test('a field’s description can be read', () => {
  expect(v.getMetadata(fields.entries.real.wrapped)).toEqual({ ...about, unit: 'm', level: 'advanced' });
  expect(v.getMetadata(fields.entries.whole.wrapped)).toEqual({ ...about, level: 'basic', fixed: true });
});
