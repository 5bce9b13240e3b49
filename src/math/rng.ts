/// <reference path="./alea.d.ts" />
import alea from 'seedrandom/lib/alea.js';
import { log, polar } from './portable.ts';
import { type AleaState, drawUniforms } from './uniforms.ts';

/** A stream of random numbers: the same seed and purpose give the same numbers in every engine. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** From the normal distribution of mean 0 and deviation 1. */
  normal(): number;
  /** So many of these: the same as one by one, but sooner. */
  normals(count: number): Float64Array;
  /** Where the stream stands; `restore` goes on from there. */
  save(): RngState;
}

/** Plain JSON: alea's state and the normal number Box-Muller still has in hand. */
export interface RngState extends AleaState {
  spare: number | null;
}

/**
 * The stream for one purpose, as in `stream(seed, 'terrain', generation)`.
 * Streams of different purposes are independent, so the order in which things are drawn cannot matter.
 */
export function stream(seed: number, ...purpose: (string | number)[]): Rng {
  return around(alea([seed, ...purpose].join('/'), { state: true }).state(), null);
}

/** The stream that `save` saw, from that point on. */
export function restore({ spare, ...state }: RngState): Rng {
  return around(state, spare);
}

/** A whole seed in [0, 2^32) for a purpose, to hand to something that takes one number. */
export function seedOf(seed: number, ...purpose: (string | number)[]): number {
  return Math.floor(stream(seed, ...purpose).next() * 4294967296);
}

/** One of a list, each as likely. */
export function drawn<T>(list: readonly T[], rng: Rng): T {
  return list[Math.floor(rng.next() * list.length)] as T;
}

const one = new Float64Array(1);
const two = new Float64Array(2);

function around(state: AleaState, spare: number | null): Rng {
  return {
    next() {
      drawUniforms(state, one);
      return one[0] as number;
    },
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      drawNormals(state, two);
      spare = two[1] as number;
      return two[0] as number;
    },
    normals(count) {
      const kept = spare === null ? [] : [spare];
      const row = new Float64Array(kept.length + 2 * Math.ceil((count - kept.length) / 2));
      row.set(kept);
      drawNormals(state, row.subarray(kept.length));
      spare = row[count] ?? null;
      return row.subarray(0, count);
    },
    save: () => ({ ...state, spare }),
  };
}

/** Box & Muller 1958: fills a row of even length. */
function drawNormals(state: AleaState, row: Float64Array): void {
  drawUniforms(state, row);
  for (let i = 0; i < row.length; i += 2) {
    // 1 - u is never 0, so the logarithm is finite.
    const radius = Math.sqrt(-2 * log(1 - (row[i] as number)));
    polar(radius, 2 * Math.PI * (row[i + 1] as number), row, i);
  }
}
