import { HIGH } from './binary.ts';

/** An incremental hash of a sequence of numbers. Runs with equal digests had the same numbers to the bit. */
export interface Hash {
  /** Adds the 64 bits of a number: 0 and -0 differ, all NaN are equal. */
  add(value: number): void;
  addAll(values: ArrayLike<number>): void;
  /** 16 hexadecimal digits for the numbers added so far; more can be added afterwards. */
  digest(): string;
  /** The state, from which `createHash` continues. */
  save(): HashState;
}

/** Plain JSON: two lanes of 32 bits and the count of numbers added. */
export interface HashState {
  a: number;
  b: number;
  count: number;
}

const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

/** An empty hash, or one continued from a state. Mixes like two lanes of MurmurHash3 x86_128 (Appleby 2011). */
export function createHash({ a, b, count }: HashState = { a: 0, b: 0, count: 0 }): Hash {
  const lanes = Int32Array.of(a, b);
  let total = count;

  function add(value: number): void {
    DOUBLE[0] = Number.isNaN(value) ? Number.NaN : value;
    let h = lanes[0]!;
    let k = lanes[1]!;
    h ^= Math.imul(rotate(Math.imul(WORDS[1 - HIGH]!, 0x239b961b), 15), 0xab0e9789 | 0);
    h = (Math.imul((rotate(h, 19) + k) | 0, 5) + 0x561ccd1b) | 0;
    k ^= Math.imul(rotate(Math.imul(WORDS[HIGH]!, 0xab0e9789 | 0), 16), 0x38b34ae5);
    k = (Math.imul((rotate(k, 17) + h) | 0, 5) + 0x0bcaa747) | 0;
    lanes[0] = h;
    lanes[1] = k;
    total += 1;
  }

  return {
    add,
    addAll(values) {
      for (let i = 0; i < values.length; i++) add(values[i]!);
    },
    digest() {
      let h = lanes[0]! ^ total;
      let k = lanes[1]! ^ total;
      h = (h + k) | 0;
      k = (k + h) | 0;
      h = avalanche(h);
      k = avalanche(k);
      h = (h + k) | 0;
      k = (k + h) | 0;
      return hex(h) + hex(k);
    },
    save: () => ({ a: lanes[0]!, b: lanes[1]!, count: total }),
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The finalizer: each bit of the word changes about half of the bits of the result. */
function avalanche(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b | 0);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0);
  return h ^ (h >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
