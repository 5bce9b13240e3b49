import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/schema/fault.ts';
import { float32FromText, float32ToText, float64FromText, float64ToText } from '../../src/schema/floats.ts';

const often = { seed: 1, numRuns: 300 };
const finite = { noNaN: true, noDefaultInfinity: true, maxLength: 40 };
const bits = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Array.from(new Uint8Array(buffer, byteOffset, byteLength));

test('single-precision numbers are restored to the bit', () => {
  fc.assert(
    fc.property(fc.float32Array(finite), (values) => {
      expect(bits(parse(float32FromText(40), float32ToText(values)))).toEqual(bits(values));
    }),
    { ...often, examples: [[Float32Array.of(-0, 0, 1.401298464324817e-45, -3.4028234663852886e38)]] },
  );
});

test('double-precision numbers are restored to the bit', () => {
  fc.assert(
    fc.property(fc.float64Array(finite), (values) => {
      expect(bits(parse(float64FromText(40), float64ToText(values)))).toEqual(bits(values));
    }),
    { ...often, examples: [[Float64Array.of(-0, 0, Number.MIN_VALUE, -Number.MAX_VALUE, 0.1, 1 / 3)]] },
  );
});

test('a subarray is written alone', () => {
  const all = Float32Array.of(9, 1, 2, 9);
  expect(parse(float32FromText(4), float32ToText(all.subarray(1, 3)))).toEqual(Float32Array.of(1, 2));
});

test('the bytes are little-endian on every machine', () => {
  expect(float32ToText(Float32Array.of(1, -2))).toBe('AACAPwAAAMA=');
  expect(float64ToText(Float64Array.of(1))).toBe('AAAAAAAA8D8=');
});

describe('a text is refused with', () => {
  const message = 'must be finite numbers of 4 bytes each in base64';
  const text = (values: number[]) => float32ToText(Float32Array.from(values));

  test.each([
    ['letters outside of base64', 'AACA*w=='],
    ['half a number', 'AACA'],
    ['missing padding', 'AACAPw'],
    ['a space', 'AACA Pw=='],
    ['NaN', text([1, Number.NaN])],
    ['an infinity', text([Number.POSITIVE_INFINITY])],
  ])('%s', (_what, wrong) => {
    expect(() => parse(float32FromText(10), wrong)).toThrow(message);
  });

  test('a list instead of a text', () => {
    expect(() => parse(float32FromText(10), [1, 2])).toThrow('it is [1,2], must be a text');
  });

  test('more numbers than the limit', () => {
    const limit = float64FromText(3);
    expect(parse(limit, float64ToText(Float64Array.of(1, 2, 3)))).toEqual(Float64Array.of(1, 2, 3));
    expect(() => parse(limit, float64ToText(new Float64Array(4)))).toThrow(/must have 32 letters or fewer/);
  });
});
