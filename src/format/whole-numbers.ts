/** Maximum bytes per number: eight groups of seven bits hold every integer that a double represents exactly. */
export const MAX_NUMBER_BYTES = 8;

/** Encodes integers as bytes: groups of seven bits, lowest first, with the sign in the lowest bit of the first. */
export interface NumberWriter {
  /** @param value an integer of at most 2^52 in absolute value. */
  add(value: number): void;
  bytes(): Uint8Array;
}

/** @param count maximum number of calls of `add`. */
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

/** Decodes the integers one by one. `next` throws an Error when the bytes end too early or a number is too large. */
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
