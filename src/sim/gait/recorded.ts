import { sinCos } from '../../math/portable.ts';
import type { Recording } from '../recording.ts';
import type { Gait } from './gait.ts';
import { measureGait } from './measure.ts';
import { anatomyOf, createTrack, type Track } from './track.ts';

/** The track of a recorded episode. */
export function trackOfRecording({ plan, terrain, frameTimestep, frameCount, poses, contacts }: Recording): Track {
  const track = createTrack(anatomyOf(plan), 1 / frameTimestep);
  const { length } = plan.parts;
  for (let frame = 0; frame < frameCount; frame++) {
    const at = frame * length;
    const pose = (part: number, k: number) => poses[3 * (at + part) + k]!;
    track.observe(
      {
        touches: (part) => contacts[at + part] === 1,
        x: (part) => pose(part, 0),
        pose(part, into) {
          for (let k = 0; k < 3; k++) into[k] = pose(part, k);
          sinCos(pose(part, 2), into, 3);
        },
      },
      terrain,
    );
  }
  return track;
}

/**
 * The gait of a recorded episode. Recordings keep no torques, so its cost of transport is 0.
 * @param gravity m/s², which recordings do not keep either.
 */
export function gaitOfRecording(recording: Recording, gravity: number, hasFallen: boolean): Gait {
  const anatomy = anatomyOf(recording.plan);
  return measureGait(trackOfRecording(recording), { anatomy, gravity, hasFallen, costOfTransport: 0 });
}
