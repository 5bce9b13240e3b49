/** How likely a bit is, learned from those that came before it. */
export interface Chance {
  /** Of a 1, in 65,536ths. */
  ofOne: number;
  /** Bits learned from, up to `PATIENCE`. */
  seen: number;
}

/** Bits written by their chance or read back: what codes goes the same way in both directions. */
export interface BitCoder {
  /** Writes `bit` and returns it, or returns the one that was written. */
  code(chance: Chance, bit: number): number;
}

/** A chance goes on learning as if from so many bits. */
const PATIENCE = 250;
const WHOLE = 65536;
/** No chance comes nearer to certain. */
const LEAST = 24;

export const evenChance = (): Chance => ({ ofOne: WHOLE / 2, seen: 0 });

function learn(chance: Chance, bit: number): void {
  const target = bit === 1 ? WHOLE - LEAST : LEAST;
  chance.ofOne += Math.round((target - chance.ofOne) / (chance.seen + 1.6));
  if (chance.seen < PATIENCE) chance.seen++;
}

/** Where a range of 32 bits is cut in two: the lower piece is a 1's. */
const cut = (low: number, high: number, { ofOne }: Chance) => low + Math.floor((high - low) / WHOLE) * ofOne;

/** Whether both ends of a range begin with the same byte, which is then settled. */
const isSettled = (low: number, high: number) => ((low ^ high) & 0xff000000) === 0;

/** Arithmetic coding of bits (Witten, Neal and Cleary 1987), without carry: a byte goes once both ends agree on it. */
export function createBitWriter(): BitCoder & { bytes(): Uint8Array } {
  let [low, high] = [0, 0xffffffff];
  const written: number[] = [];
  return {
    code(chance, bit) {
      const middle = cut(low, high, chance);
      if (bit === 1) high = middle;
      else low = middle + 1;
      learn(chance, bit);
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
    code(chance) {
      const middle = cut(low, high, chance);
      const bit = value <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      learn(chance, bit);
      for (; isSettled(low, high); low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) take();
      return bit;
    },
    isDone: () => at === bytes.length,
  };
}
