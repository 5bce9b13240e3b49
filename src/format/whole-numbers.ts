/** Bytes of the largest number: eight groups of seven bits hold every whole number that a double counts exactly. */
export const MAX_NUMBER_BYTES = 8;

/** Whole numbers as bytes: each in groups of seven bits, lowest first, with its sign in the lowest bit of all. */
export interface NumberWriter {
  /** @param value a whole number of at most 2^52 in size. */
  add(value: number): void;
  bytes(): Uint8Array;
}

/** @param count how many numbers will be added. */
export function createNumberWriter(count: number): NumberWriter {
  const buffer = new Uint8Array(MAX_NUMBER_BYTES * count);
  let length = 0;
  return {
    add(value) {
      let rest = value < 0 ? -2 * value - 1 : 2 * value;
      for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[length++] = (rest % 128) + 128;
      buffer[length++] = rest;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** The numbers in bytes, one after the other. `next` throws an Error where the bytes end too early. */
export function createNumberReader(bytes: Uint8Array): { next(): number; isDone(): boolean } {
  let at = 0;
  return {
    next() {
      let value = 0;
      let scale = 1;
      for (let i = 0; i < MAX_NUMBER_BYTES; i++) {
        const byte = bytes[at++];
        if (byte === undefined) throw new Error('ends too early');
        value += (byte % 128) * scale;
        if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
        scale *= 128;
      }
      throw new Error('has a number that is too large');
    },
    isDone: () => at === bytes.length,
  };
}
