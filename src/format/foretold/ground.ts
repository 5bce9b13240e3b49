import type { BitCoder } from '../range-coder.ts';
import { type Column, createColumns } from './surprise.ts';

/** Metres in one step: more than the eye needs. */
const STEP = 0.0001;

/** Goes through the corners of the ground, each told by where the two before it lead, and leaves them in steps. */
export function codeGround(bits: BitCoder, points: Float64Array): void {
  const columns = createColumns(bits, 2);
  const last = [0, 0];
  const before = [0, 0];
  for (let at = 0; at < points.length; at++) {
    const k = at % 2;
    const lead = 2 * (last[k] as number) - (before[k] as number);
    const now = lead + (columns[k] as Column).code(Math.round((points[at] as number) / STEP) - lead, 0);
    before[k] = last[k] as number;
    last[k] = now;
    points[at] = STEP * now;
  }
}
