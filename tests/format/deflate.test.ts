import { deflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { expect, test, vi } from 'vitest';
import { deflate, inflate } from '../../src/format/deflate.ts';

/** Counts the bytes that come out of the inflater while `run` runs. */
function bytesInflated(run: () => void): number {
  const { push } = Inflate.prototype;
  let count = 0;
  const spy = vi.spyOn(Inflate.prototype, 'push').mockImplementation(function (this: Inflate, chunk, isLast) {
    const told = this.ondata;
    this.ondata = (piece, last) => {
      count += piece.length;
      told(piece, last);
    };
    try {
      push.call(this, chunk, isLast);
    } finally {
      this.ondata = told;
    }
  });
  try {
    run();
  } finally {
    spy.mockRestore();
  }
  return count;
}

test('a bomb is inflated little further than its limit', () => {
  const bomb = deflateRawSync(new Uint8Array(20_000_000));
  expect(bomb.length).toBeLessThan(30_000);
  const count = bytesInflated(() => expect(() => inflate(bomb, 1000)).toThrow('has more than 1000 bytes'));
  expect(count).toBeGreaterThan(1000);
  expect(count).toBeLessThan(8_000_000);
});

test('what inflates to its limit comes back, and one byte more does not', () => {
  // Several bites of numbers that hardly compress.
  const bytes = Uint8Array.from({ length: 30_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255);
  for (const stored of [true, false]) {
    const packed = deflate(bytes, stored);
    expect(Buffer.compare(inflate(packed, 30_000), bytes)).toBe(0);
    expect(() => inflate(packed, 29_999)).toThrow('has more than 29999 bytes when unpacked');
    expect(() => inflate(packed.slice(0, -1), 30_000)).toThrow(/is cut short|is damaged/);
    expect(() => inflate(packed.slice(0, 0), 30_000)).toThrow('is cut short');
  }
});
