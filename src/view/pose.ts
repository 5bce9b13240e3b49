import type { BodyPlan } from '../creature/body-plan.ts';
import { type Bounds, boundsOf } from '../creature/bounds.ts';
import type { Recording } from '../sim/recording.ts';
import { extent } from './outline.ts';

/** x, y, angle of each part: metres and radians. */
export type Pose = Float64Array<ArrayBufferLike>;

/** Duration of a recording, seconds. */
export const lengthOf = ({ frameCount, frameTimestep }: Recording) => (frameCount - 1) * frameTimestep;

/** Index of the last frame at or before a time, clamped to the recording. */
export function frameAt({ frameCount, frameTimestep }: Recording, time: number): number {
  return Math.max(0, Math.min(frameCount - 1, Math.floor(time / frameTimestep + 1e-9)));
}

/** The pose at a time, linearly interpolated between frames and clamped to the recording; written to `out` if it fits. */
export function poseAt(recording: Recording, time: number, out?: Pose): Pose {
  const { poses, frameTimestep, plan } = recording;
  const size = 3 * plan.parts.length;
  const pose = out?.length === size ? out : new Float64Array(size);
  const frame = frameAt(recording, time);
  const next = Math.min(frame + 1, recording.frameCount - 1);
  const share = Math.max(0, Math.min(1, time / frameTimestep - frame));
  for (let i = 0; i < size; i++) {
    const from = poses[frame * size + i]!;
    pose[i] = from + share * (poses[next * size + i]! - from);
  }
  return pose;
}

/** The pose of the plan, its lowest point at height 0. */
export function standingPose({ parts }: BodyPlan): Pose {
  const { bottom } = extent(parts);
  return Float64Array.from(parts.flatMap(({ position, angle }) => [position[0], position[1] - bottom, angle]));
}

/** The bounding box of a creature in a pose, metres. */
export const poseBounds = ({ parts }: BodyPlan, pose: Pose): Bounds =>
  boundsOf(parts.map((part, i) => ({ ...part, position: [pose[3 * i]!, pose[3 * i + 1]!], angle: pose[3 * i + 2]! })));
