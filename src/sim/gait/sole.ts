import { lowestHeight, toLocal, toWorld } from '../../creature/anatomy.ts';
import type { Part, Point } from '../../creature/body-plan.ts';
import { corners } from '../../creature/corners.ts';
import { cos, sin } from '../../math/portable.ts';
import { heightAt, type Terrain } from '../terrain.ts';

/** Where a part is: its own frame's place, metres, its angle, radians, and the angle's cosine and sine. */
export interface Pose {
  x: number;
  y: number;
  angle: number;
  c: number;
  s: number;
}

export const poseOf = (x: number, y: number, angle: number): Pose => ({ x, y, angle, c: cos(angle), s: sin(angle) });

/** The underside of a foot, in the part's own frame, metres. */
export interface Sole {
  /** Corners that can touch the ground; one point for a round foot, its centre. */
  corners: readonly Point[];
  /** Radius around the corners; 0 unless the foot is round. */
  radius: number;
  /** Middle of its lowest edge when standing: what its place is measured by. */
  middle: Point;
}

/** Corners this much above the lowest one still belong to the lowest edge, metres. */
const EDGE = 0.02;

export function soleOf(part: Part): Sole {
  const { shape } = part;
  if (shape.kind === 'circle') return { corners: [[0, 0]], radius: shape.radius, middle: [0, 0] };
  const all = corners(shape);
  const bottom = lowestHeight(part);
  const lowest = all.map((corner) => toWorld(part, corner)).filter(([, y]) => y < bottom + EDGE);
  const x = lowest.reduce((sum, corner) => sum + corner[0], 0) / lowest.length;
  return { corners: all, radius: 0, middle: toLocal(part, [x, bottom]) };
}

/** What a foot does in one frame. */
export interface SoleState {
  /** x of the middle of the sole, metres. */
  x: number;
  /** Distance along the ground that its lowest point moved since the frame before, metres. */
  slid: number;
  /** Height of its lowest point over the ground, metres. */
  clearance: number;
}

/** The state of a sole between two poses. */
export function soleState(sole: Sole, before: Pose, now: Pose, terrain: Terrain): SoleState {
  const { c, s } = now;
  let lowest = sole.corners[0] as Point;
  let height = Number.POSITIVE_INFINITY;
  for (const corner of sole.corners) {
    const y = s * corner[0] + c * corner[1];
    if (y >= height) continue;
    height = y;
    lowest = corner;
  }
  const [lx, ly] = lowest;
  const x = now.x + c * lx - s * ly;
  const rolled = sole.radius * (now.angle - before.angle);
  return {
    x: now.x + c * sole.middle[0] - s * sole.middle[1],
    slid: x - (before.x + before.c * lx - before.s * ly) + rolled,
    clearance: now.y + height - sole.radius - heightAt(terrain, x),
  };
}
