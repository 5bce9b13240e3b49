import { actuatorCount } from '../creature/muscle.ts';
import type { Recording } from '../sim/recording.ts';
import { frameAt } from './pose.ts';

/** Averaging window, seconds: many policies switch actions faster than the eye can follow. */
const SPAN = 0.1;

function mean(recording: Recording, joint: number, time: number, of: (action: number) => number): number {
  const { actions, plan, frameTimestep } = recording;
  const last = frameAt(recording, time);
  const first = Math.max(0, last + 1 - Math.max(1, Math.round(SPAN / frameTimestep)));
  let sum = 0;
  for (let f = first; f <= last; f++) sum += of(actions[f * actuatorCount(plan) + joint]!);
  return sum / (last + 1 - first);
}

const signed = (action: number) => Math.max(-1, Math.min(1, action));
const size = (action: number) => Math.min(1, Math.abs(action));

/** Mean action of a joint over the last 0.1 s: a share of its maximum torque in [-1, 1], counter-clockwise positive. */
export const driveAt = (recording: Recording, joint: number, time: number) => mean(recording, joint, time, signed);

/** Mean absolute action of a joint over the last 0.1 s, 0 to 1. */
export const effortAt = (recording: Recording, joint: number, time: number) => mean(recording, joint, time, size);

/** Mean size of a muscle's activation over the last 0.1 s, 0 to 1. */
export const muscleEffortAt = (recording: Recording, muscle: number, time: number) =>
  effortAt(recording, recording.plan.joints.length + muscle, time);
