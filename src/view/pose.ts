import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import { extent } from './outline.ts';

/** x, y, angle of each part: metres and radians. */
export type Pose = Float64Array<ArrayBufferLike>;

/** Seconds that a recording lasts. */
export const lengthOf = ({ frameCount, frameTimestep }: Recording) => (frameCount - 1) * frameTimestep;

/** The frame in force at a time, clamped to the recording. */
export function frameAt({ frameCount, frameTimestep }: Recording, time: number): number {
  return Math.max(0, Math.min(frameCount - 1, Math.floor(time / frameTimestep + 1e-9)));
}

/** The pose at a time, in between frames by straight lines; before and after the recording its first and last. */
export function poseAt(recording: Recording, time: number, out?: Pose): Pose {
  const { poses, frameTimestep, plan } = recording;
  const size = 3 * plan.parts.length;
  const pose = out?.length === size ? out : new Float64Array(size);
  const frame = frameAt(recording, time);
  const next = Math.min(frame + 1, recording.frameCount - 1);
  const share = Math.max(0, Math.min(1, time / frameTimestep - frame));
  for (let i = 0; i < size; i++) {
    const from = poses[frame * size + i] as number;
    pose[i] = from + share * ((poses[next * size + i] as number) - from);
  }
  return pose;
}

/** How a creature stands before anything happened, its lowest point on the level ground. */
export function standingPose({ parts }: BodyPlan): Pose {
  const { bottom } = extent(parts);
  return Float64Array.from(parts.flatMap(({ position, angle }) => [position[0], position[1] - bottom, angle]));
}
