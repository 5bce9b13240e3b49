import { base64 } from '@scure/base';
import * as v from 'valibot';

/** Numbers as text without loss: their little-endian bytes in base64. */
export const float32ToText = (values: Float32Array) => base64.encode(toLittleEndian(values, 4));
export const float64ToText = (values: Float64Array) => base64.encode(toLittleEndian(values, 8));

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** A copy of the bytes in which, on a big-endian machine, each group of `size` is reversed. */
function toLittleEndian({ buffer, byteOffset, byteLength }: ArrayBufferView, size: number): Uint8Array {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
  if (isBigEndian) for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  return bytes;
}

/** Decodes a text to bytes in this machine's order. Throws an Error if they are not numbers of `size` bytes each. */
export function numberBytes(text: string, size: number): ArrayBuffer {
  let bytes: Uint8Array | undefined;
  try {
    bytes = base64.decode(text);
  } catch {
    // Reported below.
  }
  if (bytes === undefined || bytes.length % size !== 0)
    throw new Error(`must be numbers of ${size} bytes each in base64`);
  return toLittleEndian(bytes, size).buffer as ArrayBuffer;
}

/** Schema of a text that encodes at most `limit` finite numbers of `size` bytes; `about` says what they are. */
function floats<T extends Float32Array | Float64Array>(
  size: number,
  limit: number,
  about: string,
  make: (buffer: ArrayBuffer) => T,
) {
  return v.pipe(
    v.string(),
    v.maxLength(Math.ceil((limit * size) / 3) * 4),
    v.description(`${about}: numbers of ${size} bytes, little-endian, in base64. At most ${limit}.`),
    v.rawTransform(({ dataset, addIssue, NEVER }): T => {
      try {
        const values = make(numberBytes(dataset.value, size));
        if (values.every(Number.isFinite)) return values;
      } catch {
        // Reported below, as for numbers that are not finite.
      }
      addIssue({ message: `must be finite numbers of ${size} bytes each in base64` });
      return NEVER;
    }),
  );
}

export const float32FromText = (limit: number, about = 'Numbers') =>
  floats(4, limit, about, (buffer) => new Float32Array(buffer));
export const float64FromText = (limit: number, about = 'Numbers') =>
  floats(8, limit, about, (buffer) => new Float64Array(buffer));
