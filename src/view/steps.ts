import { corners } from '../creature/corners.ts';
import type { Recording } from '../sim/recording.ts';
import { frameAt, type Pose } from './pose.ts';

/** Notices where parts come down on the ground while a recording is shown. */
export interface Steps {
  begin(recording: Recording | undefined): void;
  look(pose: Pose, time: number): void;
}

/** The lowest point of a part in a pose, metres. */
function lowestPoint({ plan }: Recording, pose: Pose, i: number): [x: number, y: number] {
  const [x, y, angle] = [pose[3 * i] as number, pose[3 * i + 1] as number, pose[3 * i + 2] as number];
  const { shape } = plan.parts[i] as Recording['plan']['parts'][number];
  if (shape.kind === 'circle') return [x, y - shape.radius];
  let low: [number, number] = [x, Number.POSITIVE_INFINITY];
  for (const [dx, dy] of corners(shape)) {
    const height = y + dx * Math.sin(angle) + dy * Math.cos(angle);
    if (height < low[1]) low = [x + dx * Math.cos(angle) - dy * Math.sin(angle), height];
  }
  return low;
}

/** @param onStep told where, and how hard, around 1 */
export function createSteps(onStep: (x: number, y: number, strength: number) => void): Steps {
  let recording: Recording | undefined;
  let seen = 0;
  return {
    begin(next) {
      recording = next;
      seen = 0;
    },
    look(pose, time) {
      if (recording === undefined) return;
      const { contacts, poses, frameTimestep, plan } = recording;
      const count = plan.parts.length;
      const frame = frameAt(recording, time);
      // Only the latest of what happened since the last look: at many times the speed there is no use in more.
      for (let i = 0; i < count && frame > seen; i++) {
        const down = contacts[frame * count + i] === 1 && contacts[seen * count + i] === 0;
        if (!down) continue;
        const before = Math.max(0, seen - 2);
        const drop = (poses[3 * (before * count + i) + 1] as number) - (poses[3 * (frame * count + i) + 1] as number);
        const strength = Math.min(1.6, 0.5 + (0.25 * Math.max(0, drop)) / ((frame - before) * frameTimestep));
        onStep(...lowestPoint(recording, pose, i), strength);
      }
      seen = frame;
    },
  };
}
