import { type BitCoder, evenChances } from './range-coder.ts';

/** Codes whole numbers of less than 2^30 in size, in each context by what it has met there. */
export interface NumberCoder {
  /** Writes `value` and returns it, or returns the one that was written. */
  code(context: number, value: number): number;
}

const MOST_BITS = 30;
/** Numbers of so few bits have a chance for each bit by context and by the bits above it. */
const FINE_BITS = 4;

/** Kinds of bits in one context: is it 0, is it negative, has it more bits than so many, the next one after those above it. */
const NEGATIVE = 1;
const LONGER = 1;
const NEXT = LONGER + MOST_BITS;
const KINDS = NEXT + (1 << FINE_BITS);

/**
 * Exponential Golomb codes (Teuhola 1978) of which every bit is coded by its chance: whether the number is 0, its sign, how many
 * bits its size has, and those below the first, which is a 1.
 */
export function createNumberCoder(bits: BitCoder, contexts: number): NumberCoder {
  const fine = evenChances(KINDS * contexts);
  const coarse = evenChances(MOST_BITS);
  return {
    code(context, value) {
      const at = KINDS * context;
      if (bits.code(fine, at, value === 0 ? 1 : 0) === 1) return 0;
      const isNegative = bits.code(fine, at + NEGATIVE, value < 0 ? 1 : 0) === 1;
      const size = Math.abs(value);
      let length = 1;
      while (length < MOST_BITS && bits.code(fine, at + LONGER + length, size >> length === 0 ? 0 : 1) === 1) length++;
      let coded = 1;
      for (let place = length - 2; place >= 0; place--) {
        const bit = (size >> place) & 1;
        coded =
          2 * coded + (length <= FINE_BITS ? bits.code(fine, at + NEXT + coded, bit) : bits.code(coarse, place, bit));
      }
      return isNegative ? -coded : coded;
    },
  };
}
