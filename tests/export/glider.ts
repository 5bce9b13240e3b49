import type { Recording } from '../../src/sim/recording.ts';
import { puppet } from '../creature/puppet.ts';

/** A recording of the puppet gliding at 2 m/s for `seconds`, its last part turning at 0.1 rad/s. */
export function glider(seconds: number, frameTimestep = 1 / 60): Recording {
  const frameCount = Math.round(seconds / frameTimestep) + 1;
  const { parts, joints } = puppet;
  const poses = Array.from({ length: frameCount }, (_, f) => {
    const time = f * frameTimestep;
    return parts.flatMap(({ position: [x, y], angle }, i) => {
      return [x + 2 * time, y, angle + (i === parts.length - 1 ? 0.1 * time : 0)];
    });
  });
  return {
    plan: puppet,
    terrain: { points: Float64Array.of(-10, 0, 100, 0), blocks: [], friction: 1, end: 90 },
    frameTimestep,
    frameCount,
    poses: Float64Array.from(poses.flat()),
    actions: new Float32Array(frameCount * joints.length).fill(-0.25),
    contacts: new Uint8Array(frameCount * parts.length).fill(1),
  };
}
