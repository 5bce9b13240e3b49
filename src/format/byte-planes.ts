/** Rotates each number by one bit, so that a float's sign bit comes last and its exponent starts at a byte boundary. */
function rotateBits(bytes: Uint8Array, size: number, isBack: boolean): Uint8Array {
  const result = new Uint8Array(bytes.length);
  const at = (start: number, i: number) => bytes[start + ((i + size) % size)]!;
  for (let start = 0; start < bytes.length; start += size) {
    for (let i = 0; i < size; i++) {
      const byte = at(start, i);
      result[start + i] = isBack ? (byte >> 1) | (at(start, i + 1) << 7) : (byte << 1) | (at(start, i - 1) >> 7);
    }
  }
  return result;
}

/**
 * Reorders little-endian floats of `size` bytes: first the exponent byte of every float, then the next byte of every float,
 * and so on. Exponents are similar and compress well; the other bytes of weights are close to random.
 */
export function toPlanes(floats: Uint8Array, size: number): Uint8Array {
  const count = floats.length / size;
  const bytes = rotateBits(floats, size, false);
  return bytes.map((_, at) => bytes[(at % count) * size + size - 1 - Math.floor(at / count)]!);
}

/** The inverse of `toPlanes`. */
export function fromPlanes(planes: Uint8Array, size: number): Uint8Array {
  const count = planes.length / size;
  const bytes = planes.map((_, at) => planes[(size - 1 - (at % size)) * count + Math.floor(at / size)]!);
  return rotateBits(bytes, size, true);
}
