/// <reference path="./alea.d.ts" />
import alea, { type Alea, type AleaState } from 'seedrandom/lib/alea.js';
import { cos, log, sin } from './portable.ts';

/** A stream of random numbers: the same seed and purpose give the same numbers in every engine. */
export interface Rng {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** From the normal distribution of mean 0 and deviation 1. */
  normal(): number;
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
  return around(alea([seed, ...purpose].join('/'), { state: true }), null);
}

/** The stream that `save` saw, from that point on. */
export function restore({ spare, ...state }: RngState): Rng {
  return around(alea('', { state }), spare);
}

/** A whole seed in [0, 2^32) for a purpose, to hand to something that takes one number. */
export function seedOf(seed: number, ...purpose: (string | number)[]): number {
  return Math.floor(stream(seed, ...purpose).next() * 4294967296);
}

/** One of a list, each as likely. */
export function drawn<T>(list: readonly T[], rng: Rng): T {
  return list[Math.floor(rng.next() * list.length)] as T;
}

function around(generator: Alea, spare: number | null): Rng {
  return {
    next: generator.double,
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      // Box & Muller 1958. 1 - u is never 0, so the logarithm is finite.
      const radius = Math.sqrt(-2 * log(1 - generator.double()));
      const angle = 2 * Math.PI * generator.double();
      spare = radius * sin(angle);
      return radius * cos(angle);
    },
    save: () => ({ ...generator.state(), spare }),
  };
}
