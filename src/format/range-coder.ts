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

/** Both ends of what is left of a range of 32 bits. */
interface Range {
  low: number;
  high: number;
}

/**
 * Arithmetic coding of bits (Witten, Neal and Cleary 1987), without carry: a byte is settled once both ends agree on it.
 * The range is cut in two by the chance of a 1, which is the lower piece.
 */
function createCoder(
  range: Range,
  decide: (middle: number, bit: number) => number,
  settle: (byte: number) => void,
): BitCoder {
  return {
    code(chances, kind, bit) {
      const middle = range.low + Math.floor((range.high - range.low) / WHOLE) * (chances.ofOne[kind] as number);
      const coded = decide(middle, bit);
      if (coded === 1) range.high = middle;
      else range.low = middle + 1;
      learn(chances, kind, coded);
      while (((range.low ^ range.high) & 0xff000000) === 0) {
        settle(range.high >>> 24);
        range.low = (range.low << 8) >>> 0;
        range.high = ((range.high << 8) | 255) >>> 0;
      }
      return coded;
    },
  };
}

/** `bytes` is all that was written so far, as a reader takes it. */
export function createBitWriter(): BitCoder & { bytes(): Uint8Array } {
  const range = { low: 0, high: 0xffffffff };
  const written: number[] = [];
  const coder = createCoder(
    range,
    (_middle, bit) => bit,
    (byte) => written.push(byte),
  );
  const rest = () => [24, 16, 8, 0].map((shift) => (range.low >>> shift) & 255);
  return { ...coder, bytes: () => Uint8Array.from([...written, ...rest()]) };
}

/** Throws an Error where the bytes end too early. */
export function createBitReader(bytes: Uint8Array): BitCoder & { isDone(): boolean } {
  let [at, value] = [0, 0];
  const take = () => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error('ends too early');
    value = ((value << 8) | byte) >>> 0;
  };
  for (let i = 0; i < 4; i++) take();
  const coder = createCoder({ low: 0, high: 0xffffffff }, (middle) => (value <= middle ? 1 : 0), take);
  return { ...coder, isDone: () => at === bytes.length };
}
