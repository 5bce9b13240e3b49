import { describe, expect, test } from 'vitest';
import { limitError, parseJson } from '../../src/format/json-guard.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const DEEP = 'is nested more than 40 deep';

describe('the depth of a JSON text', () => {
  test('may be 40, and no more', () => {
    expect(limitError(nested(40))).toBe('');
    expect(limitError(nested(41))).toBe(DEEP);
    expect(limitError(`${'{"a":'.repeat(41)}0`)).toBe(DEEP);
    // Lists one after another are not nested.
    expect(limitError(`[${'[],{},'.repeat(50)}0]`)).toBe('');
  });

  test('is not that of brackets in strings', () => {
    const text = JSON.stringify(['['.repeat(100), `"${'{'.repeat(100)}`]);
    expect(limitError(text)).toBe('');
    expect(parseJson(text, 'a.json')).toEqual(JSON.parse(text));
  });

  test.each(['"\\""', '"\\\\"', '"\\\\\\""', '"a\\"[\\"b"'])('is seen after the string %s', (string) => {
    expect(JSON.parse(string)).toEqual(expect.any(String));
    expect(() => parseJson(`[${string}, ${nested(40)}]`, 'a.json')).toThrow(`a.json ${DEEP}`);
    expect(parseJson(`[${string}, ${nested(39)}]`, 'a.json')).toHaveLength(2);
  });
});

test('a JSON text has at most 400000 brackets and commas, those in strings not counted', () => {
  const list = (count: number) => `["${'[,'.repeat(300_000)}",${'0,'.repeat(count - 2)}0]`;
  expect(limitError(list(400_000))).toBe('');
  expect(limitError(list(400_001))).toBe('has more than 400000 values');
});
