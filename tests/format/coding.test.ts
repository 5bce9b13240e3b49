import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumberCoder } from '../../src/format/number-coder.ts';
import { createBitReader, createBitWriter, evenChances } from '../../src/format/range-coder.ts';

const seed = 11;

/** Bits, each coded by one of four chances. */
const bits = fc.array(fc.record({ bit: fc.nat(1), by: fc.nat(3) }), { maxLength: 3000 });

function written(list: readonly { bit: number; by: number }[]): Uint8Array {
  const writer = createBitWriter();
  const chances = evenChances(4);
  for (const { bit, by } of list) writer.code(chances, by, bit);
  return writer.bytes();
}

function read(bytes: Uint8Array, list: readonly { by: number }[]) {
  const reader = createBitReader(bytes);
  const chances = evenChances(4);
  return { bits: list.map(({ by }) => reader.code(chances, by, 0)), isDone: reader.isDone() };
}

test('bits come back as they were written, and nothing is left', () => {
  fc.assert(
    fc.property(bits, (list) => {
      expect(read(written(list), list)).toEqual({ bits: list.map(({ bit }) => bit), isDone: true });
    }),
    { seed, numRuns: 200 },
  );
});

test('bits that are nearly always the same take next to nothing, and even ones no more than themselves', () => {
  const steady = Array.from({ length: 80_000 }, (_, i) => ({ bit: i % 1000 === 0 ? 1 : 0, by: 0 }));
  // 80 ones among 80,000: by Shannon 80 * log2(1000) + 79,920 * log2(1000 / 999) = 912 bits.
  expect(written(steady).length).toBeLessThan(1.25 * (912 / 8));
  const even = Array.from({ length: 80_000 }, (_, i) => ({ bit: (Math.imul(i, 2654435761) >>> 20) & 1, by: 0 }));
  expect(written(even).length).toBeLessThan(1.02 * 10_000);
});

test('bytes that end too early are an error', () => {
  const list = Array.from({ length: 800 }, (_, i) => ({ bit: (i >> 2) & (i >> 4) & 1, by: i & 3 }));
  const bytes = written(list);
  for (const length of [0, 3, 4, bytes.length >> 1, bytes.length - 1]) {
    expect(() => read(bytes.slice(0, length), list)).toThrow('ends too early');
  }
});

test('numbers of any size come back in every context', () => {
  const most = 2 ** 30 - 1;
  const value = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -most, max: most }));
  fc.assert(
    fc.property(fc.array(fc.record({ context: fc.nat(5), value }), { maxLength: 500 }), (list) => {
      const writer = createBitWriter();
      const into = createNumberCoder(writer, 6);
      for (const { context, value } of list) expect(into.code(context, value)).toBe(value);
      const reader = createBitReader(writer.bytes());
      const from = createNumberCoder(reader, 6);
      expect(list.map(({ context }) => from.code(context, 0))).toEqual(list.map(({ value }) => value));
      expect(reader.isDone()).toBe(true);
    }),
    { seed, numRuns: 200 },
  );
});
