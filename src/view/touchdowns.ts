import { corners } from '../creature/corners.ts';
import type { Recording } from '../sim/recording.ts';
import { frameAt, type Pose } from './pose.ts';

/** Reports where parts touch down on the ground while a recording is shown. */
export interface Touchdowns {
  begin(recording: Recording | undefined): void;
  update(pose: Pose, time: number): void;
}

/** The lowest point of a part in a pose, metres. */
function lowestPoint({ plan }: Recording, pose: Pose, i: number): [x: number, y: number] {
  const [x, y, angle] = [pose[3 * i]!, pose[3 * i + 1]!, pose[3 * i + 2]!];
  const { shape } = plan.parts[i]!;
  if (shape.kind === 'circle') return [x, y - shape.radius];
  let low: [number, number] = [x, Number.POSITIVE_INFINITY];
  for (const [dx, dy] of corners(shape)) {
    const height = y + dx * Math.sin(angle) + dy * Math.cos(angle);
    if (height < low[1]) low = [x + dx * Math.cos(angle) - dy * Math.sin(angle), height];
  }
  return low;
}

/** @param onTouchdown receives the position, metres, and the strength, around 1 */
export function createTouchdowns(onTouchdown: (x: number, y: number, strength: number) => void): Touchdowns {
  let recording: Recording | undefined;
  let seen = 0;
  return {
    begin(next) {
      recording = next;
      seen = 0;
    },
    update(pose, time) {
      if (recording === undefined) return;
      const { contacts, poses, frameTimestep, plan } = recording;
      const count = plan.parts.length;
      const frame = frameAt(recording, time);
      // Compares only with the last frame seen: at high speed, touchdowns in between are skipped.
      for (let i = 0; i < count && frame > seen; i++) {
        const down = contacts[frame * count + i] === 1 && contacts[seen * count + i] === 0;
        if (!down) continue;
        const before = Math.max(0, seen - 2);
        const drop = poses[3 * (before * count + i) + 1]! - poses[3 * (frame * count + i) + 1]!;
        const strength = Math.min(1.6, 0.5 + (0.25 * Math.max(0, drop)) / ((frame - before) * frameTimestep));
        onTouchdown(...lowestPoint(recording, pose, i), strength);
      }
      seen = frame;
    },
  };
}
