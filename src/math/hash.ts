import { HIGH } from './binary.ts';

/** A fingerprint of numbers in their order, fed as they come. Two runs with equal digests went the same way to the bit. */
export interface Hash {
  /** Takes in the 64 bits of a number: 0 and -0 differ, all NaN are one. */
  add(value: number): void;
  addAll(values: ArrayLike<number>): void;
  /** 16 hexadecimal digits of all that was added so far; adding may go on. */
  digest(): string;
  /** Where the hash stands; `createHash` goes on from there. */
  save(): HashState;
}

/** Plain JSON: two lanes of 32 bits and how many numbers they have taken in. */
export interface HashState {
  a: number;
  b: number;
  count: number;
}

const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

/** An empty hash, or one that goes on from a saved state. Mixing as in MurmurHash3 x86_128 (Appleby 2011), two lanes of it. */
export function createHash({ a, b, count }: HashState = { a: 0, b: 0, count: 0 }): Hash {
  const lanes = Int32Array.of(a, b);
  let taken = count;

  function add(value: number): void {
    DOUBLE[0] = Number.isNaN(value) ? Number.NaN : value;
    let h = lanes[0] as number;
    let k = lanes[1] as number;
    h ^= Math.imul(rotate(Math.imul(WORDS[1 - HIGH] as number, 0x239b961b), 15), 0xab0e9789 | 0);
    h = (Math.imul((rotate(h, 19) + k) | 0, 5) + 0x561ccd1b) | 0;
    k ^= Math.imul(rotate(Math.imul(WORDS[HIGH] as number, 0xab0e9789 | 0), 16), 0x38b34ae5);
    k = (Math.imul((rotate(k, 17) + h) | 0, 5) + 0x0bcaa747) | 0;
    lanes[0] = h;
    lanes[1] = k;
    taken += 1;
  }

  return {
    add,
    addAll(values) {
      for (let i = 0; i < values.length; i++) add(values[i] as number);
    },
    digest() {
      let h = (lanes[0] as number) ^ taken;
      let k = (lanes[1] as number) ^ taken;
      h = (h + k) | 0;
      k = (k + h) | 0;
      h = avalanche(h);
      k = avalanche(k);
      h = (h + k) | 0;
      k = (k + h) | 0;
      return hex(h) + hex(k);
    },
    save: () => ({ a: lanes[0] as number, b: lanes[1] as number, count: taken }),
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Each bit of the word moves about half of the result's. */
function avalanche(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b | 0);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0);
  return h ^ (h >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
