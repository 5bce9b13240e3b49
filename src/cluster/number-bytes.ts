import { endianness } from 'node:os';

const isBigEndian = endianness() === 'BE';

/** The bytes of numbers, little-endian; a copy on a big-endian machine. */
export function bytesOf(values: Float32Array | Float64Array): Buffer {
  const bytes = Buffer.from(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
  if (!isBigEndian) return bytes;
  return values.BYTES_PER_ELEMENT === 4 ? Buffer.from(bytes).swap32() : Buffer.from(bytes).swap64();
}

/** A copy of its own: Node's buffers share memory at any offset. */
function copyOf(bytes: Buffer, size: 4 | 8): ArrayBuffer {
  const copy = Buffer.from(new ArrayBuffer(bytes.length));
  bytes.copy(copy);
  if (isBigEndian) size === 4 ? copy.swap32() : copy.swap64();
  return copy.buffer;
}

/** Numbers from such bytes, whose length must be a multiple of a number's. */
export const numbers32 = (bytes: Buffer) => new Float32Array(copyOf(bytes, 4));
export const numbers64 = (bytes: Buffer) => new Float64Array(copyOf(bytes, 8));

/** The bytes of a text in base64. Throws an Error that starts with `where` for anything else. */
export function bytesFromText(text: string, where: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is not base64; then the lengths differ.
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0 || bytes.length !== (text.length / 4) * 3 - padding)
    throw new Error(`${where} must be base64`);
  return bytes;
}
