import type { Recording } from '../sim/recording.ts';
import { frameAt } from './pose.ts';

/** Seconds that a joint's use is averaged over: many brains switch to and fro faster than an eye can follow. */
const SPAN = 0.1;

function mean(recording: Recording, joint: number, time: number, of: (action: number) => number): number {
  const { actions, plan, frameTimestep } = recording;
  const last = frameAt(recording, time);
  const first = Math.max(0, last + 1 - Math.max(1, Math.round(SPAN / frameTimestep)));
  let sum = 0;
  for (let f = first; f <= last; f++) sum += of(actions[f * plan.joints.length + joint] as number);
  return sum / (last + 1 - first);
}

const signed = (action: number) => Math.max(-1, Math.min(1, action));
const size = (action: number) => Math.min(1, Math.abs(action));

/** The torque a joint was asked for of late, as a share of its full one in [-1, 1]; counter-clockwise is positive. */
export const driveAt = (recording: Recording, joint: number, time: number) => mean(recording, joint, time, signed);

/** How hard a joint was used of late, 0 to 1, whichever way. */
export const effortAt = (recording: Recording, joint: number, time: number) => mean(recording, joint, time, size);
