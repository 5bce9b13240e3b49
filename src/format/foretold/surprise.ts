import { createNumberCoder } from '../number-coder.ts';
import type { BitCoder } from '../range-coder.ts';

/** Means from which on a column counts as so surprising, in steps. */
const CALM = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4.5, 7, 12, 24, 64];
/** The same for a single number near by. */
const NEAR = [1, 2, 4, 8, 16, 32, 64];

/** Weight of the last number in a column's mean. */
const RECENT = 0.4;

/** How many bounds it has reached. */
function rank(bounds: readonly number[], value: number): number {
  let reached = 0;
  while (reached < bounds.length && value >= (bounds[reached] as number)) reached++;
  return reached;
}

/** One number of each frame, by how far it is from what was foretold. */
export interface Column {
  /** Writes `steps` and returns them, or returns those that were written. `near` is how far another was in this frame. */
  code(steps: number, near: number): number;
}

/** Columns of a kind, which share what they learn: a number's size is guessed by its column's last ones and one near by. */
export function createColumns(bits: BitCoder, count: number): Column[] {
  const numbers = createNumberCoder(bits, (CALM.length + 1) * (NEAR.length + 1));
  return Array.from({ length: count }, () => {
    let mean = 1;
    return {
      code(steps, near) {
        const context = rank(CALM, mean) * (NEAR.length + 1) + rank(NEAR, Math.abs(near));
        const coded = numbers.code(context, steps);
        mean += RECENT * (Math.abs(coded) - mean);
        return coded;
      },
    };
  });
}
