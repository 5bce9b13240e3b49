import { PIECE, PIECE_I } from './contact-slots.ts';
import { CORNER, GROUND, GROUND_I } from './slots.ts';
import { step } from './step.ts';
import { hasWasm, wasmMemory } from './wasm.ts';

/** A world's numbers: doubles and whole numbers at the places that slots.ts names. */
export interface Memory {
  F: Float64Array;
  I: Int32Array;
  /** `step` of step.ts on them, by what the core runs as. */
  step(): boolean;
  runsAs: 'javascript' | 'wasm';
}

/** Memories of worlds that were released, and how many are kept. */
const unused: Memory[] = [];
const KEPT = 4;

/**
 * A memory for a ground with this many pieces and corners, with any numbers in it. Where there is no WebAssembly, it is stepped
 * by JavaScript.
 */
export function takeMemory(pieces: number, corners: number, runsAs: Memory['runsAs']): Memory {
  const doubles = GROUND + pieces * PIECE + corners * CORNER;
  const whole = GROUND_I + pieces * PIECE_I;
  const wanted = hasWasm() ? runsAs : 'javascript';
  const fitting = unused.findIndex(
    (each) => each.runsAs === wanted && each.F.length >= doubles && each.I.length >= whole,
  );
  if (fitting >= 0) return unused.splice(fitting, 1)[0]!;
  // Rounded up, so that the next world, with a little more ground, fits too.
  const size = [roundUp(doubles), roundUp(whole)] as const;
  const compiled = wanted === 'wasm' ? wasmMemory(...size) : undefined;
  return compiled ? { ...compiled, runsAs: 'wasm' } : plainMemory(...size);
}

function plainMemory(doubles: number, whole: number): Memory {
  const [F, I] = [new Float64Array(doubles), new Int32Array(whole)];
  return { F, I, step: () => step(F, I), runsAs: 'javascript' };
}

/** Returns a memory that nothing refers to any more. */
export function returnMemory(memory: Memory): void {
  if (unused.length === KEPT) unused.shift();
  unused.push(memory);
}

const roundUp = (length: number) => Math.ceil(length / 4096) * 4096;
