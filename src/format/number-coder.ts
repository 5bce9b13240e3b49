import { type BitCoder, type Chance, evenChance } from './range-coder.ts';

/** Codes whole numbers of less than 2^30 in size, in each context by what it has met there. */
export interface NumberCoder {
  /** Writes `value` and returns it, or returns the one that was written. */
  code(context: number, value: number): number;
}

const MOST_BITS = 30;
/** Numbers of so few bits have a chance for each bit by context and by the bits above it. */
const FINE_BITS = 4;

/** What one context has learned. */
interface Context {
  zero: Chance;
  negative: Chance;
  /** Whether there are more bits than so many. */
  longer: Chance[];
  /** The next bit after those above it, which begin with a 1. */
  next: Chance[];
}

const createContext = (): Context => ({
  zero: evenChance(),
  negative: evenChance(),
  longer: Array.from({ length: MOST_BITS }, evenChance),
  next: Array.from({ length: 1 << FINE_BITS }, evenChance),
});

/**
 * Exponential Golomb codes (Teuhola 1978) of which every bit is coded by its chance: whether the number is 0, its sign, how many
 * bits its size has, and those below the first, which is a 1.
 */
export function createNumberCoder(bits: BitCoder): NumberCoder {
  const contexts: Context[] = [];
  const coarse = Array.from({ length: MOST_BITS }, evenChance);
  return {
    code(context, value) {
      contexts[context] ??= createContext();
      const known = contexts[context] as Context;
      if (bits.code(known.zero, value === 0 ? 1 : 0) === 1) return 0;
      const isNegative = bits.code(known.negative, value < 0 ? 1 : 0) === 1;
      const size = Math.abs(value);
      let length = 1;
      while (length < MOST_BITS && bits.code(known.longer[length] as Chance, size >> length === 0 ? 0 : 1) === 1)
        length++;
      let coded = 1;
      for (let place = length - 2; place >= 0; place--) {
        const chance = length <= FINE_BITS ? known.next[coded] : coarse[place];
        coded = 2 * coded + bits.code(chance as Chance, (size >> place) & 1);
      }
      return isNegative ? -coded : coded;
    },
  };
}
