/// <reference path="./alea.d.ts" />
import alea from 'seedrandom/lib/alea.js';
import { log, polar } from './portable.ts';
import { type AleaState, drawUniforms } from './uniforms.ts';

/** A stream of random numbers: the same seed and purpose give the same numbers in every engine. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** Standard normal: mean 0, deviation 1. */
  normal(): number;
  /** `count` standard normal numbers: the same as from `normal`, but faster. */
  normals(count: number): Float64Array;
  /** The state, from which `restore` continues. */
  save(): RngState;
}

/** Plain JSON: alea's state, and the second normal number of a Box-Muller pair when only the first was used. */
export interface RngState extends AleaState {
  spare: number | null;
}

/**
 * The random stream for one purpose, such as `stream(seed, 'terrain', generation)`.
 * Streams for different purposes are independent, so the order in which they are used does not matter.
 */
export function stream(seed: number, ...purpose: (string | number)[]): Rng {
  return createRng(alea([seed, ...purpose].join('/'), { state: true }).state(), null);
}

/** Continues a saved stream. */
export function restore({ spare, ...state }: RngState): Rng {
  return createRng(state, spare);
}

/** An integer seed in [0, 2^32) for a purpose. */
export function seedOf(seed: number, ...purpose: (string | number)[]): number {
  return Math.floor(stream(seed, ...purpose).next() * 4294967296);
}

/** A uniformly random element of a list. */
export function pickRandom<T>(list: readonly T[], rng: Rng): T {
  return list[Math.floor(rng.next() * list.length)] as T;
}

// Buffers for single draws.
const one = new Float64Array(1);
const two = new Float64Array(2);

function createRng(state: AleaState, spare: number | null): Rng {
  return {
    next() {
      drawUniforms(state, one);
      return one[0]!;
    },
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      drawNormals(state, two);
      spare = two[1]!;
      return two[0]!;
    },
    normals(count) {
      const first = spare === null ? [] : [spare];
      const row = new Float64Array(first.length + 2 * Math.ceil((count - first.length) / 2));
      row.set(first);
      drawNormals(state, row.subarray(first.length));
      spare = row[count] ?? null;
      return row.subarray(0, count);
    },
    save: () => ({ ...state, spare }),
  };
}

/** Fills a row of even length with standard normal numbers (Box & Muller 1958). */
function drawNormals(state: AleaState, row: Float64Array): void {
  drawUniforms(state, row);
  for (let i = 0; i < row.length; i += 2) {
    // 1 - u is never 0, so the logarithm is finite.
    const radius = Math.sqrt(-2 * log(1 - row[i]!));
    polar(radius, 2 * Math.PI * row[i + 1]!, row, i);
  }
}
