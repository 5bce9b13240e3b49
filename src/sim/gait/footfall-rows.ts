import type { Part } from '../../creature/body-plan.ts';
import type { Leg } from '../../creature/legs.ts';
import type { Recording } from '../recording.ts';
import { closed } from './contacts.ts';
import { shortestContact } from './measure.ts';
import { anatomyOf } from './track.ts';

/** When one foot was down: a bar of a footfall diagram. */
export interface FootfallRow {
  /** Name of the foot's part. */
  name: string;
  side: Leg['side'];
  /** Contacts, each from its first to after its last moment, seconds. */
  spans: [from: number, to: number][];
}

const SIDES: readonly Leg['side'][] = ['left', 'middle', 'right'];

/** Runs of 1 in a row of contacts, as seconds. */
function spansOf(row: ArrayLike<number>, frameTimestep: number): [number, number][] {
  const spans: [number, number][] = [];
  for (let from = 0; from < row.length; from++) {
    if (row[from] !== 1) continue;
    let to = from;
    while (to < row.length && row[to] === 1) to++;
    spans.push([from * frameTimestep, to * frameTimestep]);
    from = to;
  }
  return spans;
}

/**
 * The footfall diagram of a recorded episode (Hildebrand 1989): one row per foot, left feet first, on each side from the
 * front to the back. Gaps and touches of less than 0.1 sqrt(L/g) are closed, as for a gait's measures.
 * @param gravity m/s².
 */
export function footfallRows(recording: Recording, gravity: number): FootfallRow[] {
  const { plan, contacts, frameCount, frameTimestep } = recording;
  const { legs, legLength } = anatomyOf(plan);
  const shortest = shortestContact({ legLength, rate: 1 / frameTimestep }, gravity);
  const inOrder = [...legs].sort((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side) || b.hip[0] - a.hip[0]);
  return inOrder.map(({ foot, side }) => {
    const row = Uint8Array.from({ length: frameCount }, (_, frame) => contacts[frame * plan.parts.length + foot]!);
    return { name: (plan.parts[foot] as Part).name, side, spans: spansOf(closed(row, shortest), frameTimestep) };
  });
}
