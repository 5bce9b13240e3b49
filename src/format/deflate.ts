import { deflateSync, Inflate } from 'fflate';

/** Raw deflate (RFC 1951), with the same output on every machine. With `stored`, nothing is compressed, which is fast. */
export const deflate = (bytes: Uint8Array, stored = false): Uint8Array => deflateSync(bytes, { level: stored ? 0 : 9 });

/** Bytes passed to the inflater at a time. They inflate at most about 1000-fold, so one chunk exceeds the limit only slightly. */
const CHUNK_BYTES = 4096;

/** Inflates bytes. Throws an Error when they are damaged, cut short, or inflate to more than `limit` bytes. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isComplete = false;
  const inflate = new Inflate((piece, last) => {
    length += piece.length;
    isComplete = last;
    if (length > limit) throw new Error(`has more than ${limit} bytes when unpacked`);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      inflate.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
  } catch (error) {
    if (length > limit) throw error;
    throw new Error('is damaged: it cannot be unpacked');
  }
  if (!isComplete) throw new Error('is cut short');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
