/** Whole numbers as bytes: each in groups of seven bits, lowest first, its sign in the lowest bit of all. */
export interface Writer {
  add(value: number): void;
  bytes(): Uint8Array;
}

export function createWriter(): Writer {
  let buffer = new Uint8Array(1024);
  let length = 0;
  return {
    add(value) {
      if (length + 8 > buffer.length) {
        const larger = new Uint8Array(2 * buffer.length);
        larger.set(buffer);
        buffer = larger;
      }
      let rest = value < 0 ? -2 * value - 1 : 2 * value;
      for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[length++] = (rest % 128) + 128;
      buffer[length++] = rest;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** The numbers in bytes, one after the other. Throws an Error where they end too early. */
export function createReader(bytes: Uint8Array): { next(): number; isDone(): boolean } {
  let at = 0;
  return {
    next() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++];
        // Eight groups hold all whole numbers that a double counts exactly.
        if (byte === undefined || scale > 562949953421312) throw new Error('ends in the middle of a number');
        value += (byte % 128) * scale;
        if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      }
    },
    isDone: () => at === bytes.length,
  };
}
