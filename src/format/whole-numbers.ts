/**
 * Whole numbers from bytes, one after the other: each in groups of seven bits, lowest first, its sign in the lowest bit of all.
 * Throws an Error where they end too early.
 */
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
