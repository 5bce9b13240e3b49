import { endianness } from 'node:os';

const isBigEndian = endianness() === 'BE';

/** The bytes of numbers, little-endian; a copy on a big-endian machine. */
function littleEndian({ buffer, byteOffset, byteLength }: ArrayBufferView, size: 4 | 8): Buffer {
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  if (!isBigEndian) return bytes;
  return size === 4 ? Buffer.from(bytes).swap32() : Buffer.from(bytes).swap64();
}

/** Numbers as base64 of their little-endian bytes, as in files, but by Node's own fast functions. */
export const textOf32 = (values: Float32Array) => littleEndian(values, 4).toString('base64');
export const textOf64 = (values: Float64Array) => littleEndian(values, 8).toString('base64');

/** Decodes such a text. Throws an Error that starts with `where` for anything else. */
function bytesOf(text: string, size: 4 | 8, where: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is not base64; then the lengths differ.
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0 || bytes.length !== (text.length / 4) * 3 - padding || bytes.length % size !== 0)
    throw new Error(`${where} must be numbers of ${size} bytes each in base64`);
  if (isBigEndian) size === 4 ? bytes.swap32() : bytes.swap64();
  // A copy of its own: Node's buffers share memory at any offset.
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

export const numbers32 = (text: string, where: string) => new Float32Array(bytesOf(text, 4, where));
export const numbers64 = (text: string, where: string) => new Float64Array(bytesOf(text, 8, where));
