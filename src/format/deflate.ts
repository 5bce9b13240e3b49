import { deflateSync, Inflate } from 'fflate';

/** Raw deflate (RFC 1951), the same bytes everywhere; `stored` packs nothing, which takes no time. */
export const deflate = (bytes: Uint8Array, stored = false): Uint8Array => deflateSync(bytes, { level: stored ? 0 : 9 });

/** So many bytes are given to the inflater at once: deflate makes a thousandfold of them at most. */
const BITE = 4096;

/** What was deflated. Throws an Error in words when it is damaged, cut short, or more than `limit` bytes come out. */
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
