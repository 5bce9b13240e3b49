import { biped } from '../../src/creature/bodies/biped.ts';
import type { Recording } from '../../src/sim/recording.ts';
import { standingPose } from '../../src/view/pose.ts';

/** A recording of the biped gliding `distance` metres in `seconds`. */
export function gliding(distance: number, seconds: number): Recording {
  const frameTimestep = 1 / 60;
  const frameCount = Math.round(seconds / frameTimestep) + 1;
  const stand = standingPose(biped);
  const poses = Array.from({ length: frameCount }, (_, f) =>
    Array.from(stand, (value, i) => (i % 3 === 0 ? value + (distance * f) / (frameCount - 1) : value)),
  );
  return {
    plan: biped,
    terrain: { points: Float64Array.of(-12, 0, 60, 0), blocks: [], friction: 1, end: 58 },
    frameTimestep,
    frameCount,
    poses: Float64Array.from(poses.flat()),
    actions: new Float32Array(frameCount * biped.joints.length),
    contacts: new Uint8Array(frameCount * biped.parts.length),
  };
}

export const standing = () => gliding(0, 1);
