import { deflateSync, Inflate } from 'fflate';

/** Raw deflate (RFC 1951), with the same output on every machine. `stored` skips compression, which is fast. */
export const deflate = (bytes: Uint8Array, stored = false): Uint8Array => deflateSync(bytes, { level: stored ? 0 : 9 });

/** Bytes given to the inflater at once. They inflate about 1000-fold at most, so one chunk exceeds the limit only slightly. */
const BITE = 4096;

/** Inflates bytes. Throws an Error when they are damaged, cut short, or inflate to more than `limit` bytes. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflate = new Inflate((piece, last) => {
    length += piece.length;
    isWhole = last;
    if (length > limit) throw new Error(`holds more than ${limit} bytes once unpacked`);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length; at += BITE)
      inflate.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
  } catch (error) {
    if (length > limit) throw error;
    throw new Error('is damaged: it cannot be unpacked');
  }
  if (!isWhole) throw new Error('is cut short');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
