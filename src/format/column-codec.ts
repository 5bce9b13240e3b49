import { deflate, inflate } from './deflate.ts';
import { createNumberReader, createNumberWriter, MAX_NUMBER_BYTES } from './whole-numbers.ts';

/** A table of whole numbers. Its values are kept row by row and written column by column. */
export interface Table {
  rows: number;
  width: number;
  /** What each number is written as the difference from: 0, the number before it in the column, or the line through the two before it. */
  order: 0 | 1 | 2;
  /** Largest size of a number; at most 2^50, so that a second difference is exact. */
  limit: number;
}

/** A value in whole steps, at most `limit` in size; `otherwise` where it is not finite. */
export function quantised(value: number, step: number, limit: number, otherwise = 0): number {
  if (!Number.isFinite(value)) return otherwise;
  return Math.max(-limit, Math.min(limit, Math.round(value / step)));
}

function predicted(order: Table['order'], last: number, before: number): number {
  if (order === 0) return 0;
  return order === 1 ? last : 2 * last - before;
}

/** @param values whole numbers of at most `limit` in size, row by row. */
export function encodeTable({ rows, width, order }: Table, values: ArrayLike<number>): Uint8Array {
  const writer = createNumberWriter(rows * width);
  for (let k = 0; k < width; k++) {
    let last = 0;
    let before = 0;
    for (let at = k; at < rows * width; at += width) {
      const value = values[at] as number;
      writer.add(value - predicted(order, last, before));
      before = last;
      last = value;
    }
  }
  return deflate(writer.bytes());
}

/** The values of a table, row by row. Throws an Error where the bytes are not those of such a table. */
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
      const value = reader.next() + predicted(order, last, before);
      if (Math.abs(value) > limit) throw new Error('has a number out of range');
      values[at] = value;
      before = last;
      last = value;
    }
  }
  if (!reader.isDone()) throw new Error('goes on after its last number');
  return values;
}
