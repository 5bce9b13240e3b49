import { deflate, inflate } from './deflate.ts';
import { createNumberReader, createNumberWriter, MAX_NUMBER_BYTES } from './whole-numbers.ts';

/** Shape of a table of integers. Values are in row order in memory and in column order in the encoded bytes. */
export interface Table {
  rows: number;
  width: number;
  /**
   * A number is written as its difference from 0 (order 0), from the previous one in its column (1), or from the linear
   * extrapolation of the previous two (2).
   */
  order: 0 | 1 | 2;
  /** Maximum absolute value; at most 2^50, so that second differences are exact. */
  limit: number;
}

/** A value as a number of steps, rounded and clamped to ±`limit`; `otherwise` if it is not finite. */
export function quantise(value: number, step: number, limit: number, otherwise = 0): number {
  if (!Number.isFinite(value)) return otherwise;
  return Math.max(-limit, Math.min(limit, Math.round(value / step)));
}

function prediction(order: Table['order'], last: number, before: number): number {
  if (order === 0) return 0;
  return order === 1 ? last : 2 * last - before;
}

/** Encodes a table. @param values integers of at most `limit` in absolute value, in row order. */
export function encodeTable({ rows, width, order }: Table, values: ArrayLike<number>): Uint8Array {
  const writer = createNumberWriter(rows * width);
  for (let k = 0; k < width; k++) {
    let last = 0;
    let before = 0;
    for (let at = k; at < rows * width; at += width) {
      const value = values[at]!;
      writer.add(value - prediction(order, last, before));
      before = last;
      last = value;
    }
  }
  return deflate(writer.bytes());
}

/** Decodes the values of a table, in row order. Throws an Error if the bytes do not match the table. */
export function decodeTable({ rows, width, order, limit }: Table, packed: Uint8Array): Float64Array {
  const count = rows * width;
  const bytes = inflate(packed, MAX_NUMBER_BYTES * count);
  if (bytes.length < count) throw new Error('ends too early');
  const reader = createNumberReader(bytes);
  const values = new Float64Array(count);
  for (let k = 0; k < width; k++) {
    let last = 0;
    let before = 0;
    for (let at = k; at < count; at += width) {
      const value = reader.next() + prediction(order, last, before);
      if (Math.abs(value) > limit) throw new Error('has a number out of range');
      values[at] = value;
      before = last;
      last = value;
    }
  }
  if (!reader.isDone()) throw new Error('has extra data after its last number');
  return values;
}
