/** How likely bits of many kinds are, each learned from those of its kind that came before. */
export interface Chances {
  /** Of a 1, in 65,536ths. */
  ofOne: Uint16Array;
  /** Bits learned from, up to `PATIENCE`. */
  seen: Uint8Array;
}

/** Bits written by their chance or read back: what codes goes the same way in both directions. */
export interface BitCoder {
  /** Writes `bit`, which is one of that kind, and returns it; or returns the one that was written. */
  code(chances: Chances, kind: number, bit: number): number;
}

/** A chance goes on learning as if from so many bits. */
const PATIENCE = 250;
const WHOLE = 65536;
/** No chance comes nearer to certain. */
const LEAST = 24;

/** Of so many kinds of bits nothing is known yet. */
export const evenChances = (kinds: number): Chances => ({
  ofOne: new Uint16Array(kinds).fill(WHOLE / 2),
  seen: new Uint8Array(kinds),
});

function learn({ ofOne, seen }: Chances, kind: number, bit: number): void {
  const chance = ofOne[kind] as number;
  const count = seen[kind] as number;
  const target = bit === 1 ? WHOLE - LEAST : LEAST;
  ofOne[kind] = chance + Math.round((target - chance) / (count + 1.6));
  if (count < PATIENCE) seen[kind] = count + 1;
}

/** Where a range of 32 bits is cut in two: the lower piece is a 1's. */
const cut = (low: number, high: number, { ofOne }: Chances, kind: number) =>
  low + Math.floor((high - low) / WHOLE) * (ofOne[kind] as number);

/** Whether both ends of a range begin with the same byte, which is then settled. */
const isSettled = (low: number, high: number) => ((low ^ high) & 0xff000000) === 0;

/** Arithmetic coding of bits (Witten, Neal and Cleary 1987), without carry: a byte goes once both ends agree on it. */
export function createBitWriter(): BitCoder & { bytes(): Uint8Array } {
  let [low, high] = [0, 0xffffffff];
  const written: number[] = [];
  return {
    code(chances, kind, bit) {
      const middle = cut(low, high, chances, kind);
      if (bit === 1) high = middle;
      else low = middle + 1;
      learn(chances, kind, bit);
      for (; isSettled(low, high); low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) written.push(high >>> 24);
      return bit;
    },
    bytes: () => Uint8Array.from([...written, low >>> 24, (low >>> 16) & 255, (low >>> 8) & 255, low & 255]),
  };
}

/** Throws an Error where the bytes end too early. */
export function createBitReader(bytes: Uint8Array): BitCoder & { isDone(): boolean } {
  let [low, high, at, value] = [0, 0xffffffff, 0, 0];
  const take = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('ends too early');
    value = ((value << 8) | byte) >>> 0;
  };
  for (let i = 0; i < 4; i++) take();
  return {
    code(chances, kind) {
      const middle = cut(low, high, chances, kind);
      const bit = value <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      learn(chances, kind, bit);
      for (; isSettled(low, high); low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) take();
      return bit;
    },
    isDone: () => at === bytes.length,
  };
}
