import { PIECE, PIECE_I } from './contact-slots.ts';
import { CORNER, GROUND, GROUND_I } from './slots.ts';

/** A world's numbers: doubles and whole numbers at the places that slots.ts names. */
export interface Memory {
  F: Float64Array;
  I: Int32Array;
}

/** Memories of worlds that were released, and how many are kept. */
const unused: Memory[] = [];
const KEPT = 4;

/** A memory for a ground with this many pieces and corners, with any numbers in it. */
export function takeMemory(pieces: number, corners: number): Memory {
  const doubles = GROUND + pieces * PIECE + corners * CORNER;
  const whole = GROUND_I + pieces * PIECE_I;
  const fitting = unused.findIndex(({ F, I }) => F.length >= doubles && I.length >= whole);
  if (fitting >= 0) return unused.splice(fitting, 1)[0]!;
  // Rounded up, so that the next world, with a little more ground, fits too.
  return { F: new Float64Array(roundUp(doubles)), I: new Int32Array(roundUp(whole)) };
}

/** Returns a memory that nothing refers to any more. */
export function returnMemory(memory: Memory): void {
  if (unused.length === KEPT) unused.shift();
  unused.push(memory);
}

const roundUp = (length: number) => Math.ceil(length / 4096) * 4096;
