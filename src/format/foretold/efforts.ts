import { cos, sin } from '../../math/portable.ts';
import { type BitCoder, evenChances } from '../range-coder.ts';
import { createHabit } from './habit.ts';
import type { Motion } from './motion.ts';
import type { Hinge } from './physique.ts';
import { type Column, createColumns } from './surprise.ts';

/** Steps between no effort and all there is: for the eye, and to foretell by. */
const EFFORTS = 20;

/** So near to all there is a motor likely stays there, in steps. */
const FULL = 18;
const STRONG = 14;

/** A brain decides every few frames: so far back is looked for when it did. */
const MOST_IDLE = 15;

/** What counts as one in a habit: metres and radians a second. */
const SPEED = 3;
const SPIN = 5;

/** A habit begins with a 1, and with how the root leans, turns and goes. */
const OWN_FEELINGS = 6;

/** What a brain may have decided by: its body in motion, what touches, and what it decided last. */
function feel(felt: Float64Array, motion: Motion, hinges: readonly Hinge[], contacts: Uint8Array, last: Int32Array) {
  const { angle } = motion.place;
  const { x, y, angle: omega } = motion.velocity;
  felt[0] = 1;
  felt[1] = sin(angle[0] as number);
  felt[2] = cos(angle[0] as number);
  felt[3] = (omega[0] as number) / SPEED;
  felt[4] = (x[0] as number) / SPEED;
  felt[5] = (y[0] as number) / SPEED;
  let at = OWN_FEELINGS;
  for (const { parent, child } of hinges) felt[at++] = (angle[child] as number) - (angle[parent] as number);
  for (const { parent, child } of hinges) felt[at++] = ((omega[child] as number) - (omega[parent] as number)) / SPIN;
  for (let i = 0; i < contacts.length; i++) felt[at++] = contacts[i] as number;
  for (let j = 0; j < last.length; j++) felt[at++] = (last[j] as number) / EFFORTS;
}

const steps = (effort: number): number => {
  const whole = Math.round(EFFORTS * effort);
  return Number.isFinite(whole) ? Math.max(-EFFORTS, Math.min(EFFORTS, whole)) : 0;
};

/** Goes through the efforts of all motors frame by frame, and leaves them in twentieths. */
export interface EffortCoder {
  /** @param contacts of the frame before. */
  code(actions: Float32Array, motion: Motion, contacts: Uint8Array): void;
}

/** Each effort is told by how far it is from what the creature's habit is, which is learned on the way. */
export function createEffortCoder(bits: BitCoder, hinges: readonly Hinge[], parts: number): EffortCoder {
  const joints = hinges.length;
  const columns = createColumns(bits, joints);
  const felt = new Float64Array(OWN_FEELINGS + 3 * joints + parts);
  const habit = createHabit(felt.length, joints);
  const isNew = evenChances(MOST_IDLE + 1);
  const last = new Int32Array(joints);
  let idle = 0;
  return {
    code(actions, motion, contacts) {
      const now = Int32Array.from(actions, steps);
      const changed = now.some((effort, j) => effort !== last[j]) ? 1 : 0;
      if (bits.code(isNew, Math.min(idle, MOST_IDLE), changed) === 1) {
        idle = 0;
        feel(felt, motion, hinges, contacts, last);
        const guess = habit.guess(felt);
        for (let j = 0; j < joints; j++) {
          const likely = steps(guess[j] as number);
          // Beyond its size there is less room than below: told as more or less effort, not as left or right.
          const side = likely < 0 ? -1 : 1;
          const room = likely * side >= FULL ? 2 : likely * side >= STRONG ? 1 : 0;
          last[j] = likely + side * (columns[j] as Column).code(side * ((now[j] as number) - likely), room);
        }
        habit.learn(
          felt,
          guess,
          Float64Array.from(last, (effort) => effort / EFFORTS),
        );
      } else idle++;
      for (let j = 0; j < joints; j++) actions[j] = (last[j] as number) / EFFORTS;
    },
  };
}
