import { lowestHeight, toLocal, toWorld } from '../../creature/anatomy.ts';
import type { Part, Point } from '../../creature/body-plan.ts';
import { corners } from '../../creature/corners.ts';
import { cos, sin, sinCos } from '../../math/portable.ts';
import { heightAt, type Terrain } from '../terrain.ts';

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

/** A foot in one frame. One object for all frames of an episode: this runs once per physics step and foot. */
export interface SoleState {
  /** Place of the part's own frame, metres, its angle, radians, and the angle's cosine and sine. */
  partX: number;
  partY: number;
  angle: number;
  c: number;
  s: number;
  /** x of the middle of the sole, metres. */
  x: number;
  /** Its lowest point, metres. */
  lowestX: number;
  lowestY: number;
  /** Distance along the ground that its lowest point moved since the frame before, metres. */
  slid: number;
}

/** A sole that stands at a pose of its part. */
export function standingSole(sole: Sole, x: number, y: number, angle: number): SoleState {
  const state = { partX: x, partY: y, angle, c: cos(angle), s: sin(angle), x: 0, lowestX: 0, lowestY: 0, slid: 0 };
  moveSole(sole, state, x, y, angle);
  return state;
}

/** Sine and cosine of a part's angle. */
const turned = new Float64Array(2);

/** Moves a sole to the next pose of its part. */
export function moveSole(sole: Sole, state: SoleState, partX: number, partY: number, angle: number): void {
  sinCos(angle, turned, 0);
  const s = turned[0]!;
  const c = turned[1]!;
  const first = sole.corners[0] as Point;
  let lx = first[0];
  let ly = first[1];
  let height = Number.POSITIVE_INFINITY;
  for (let i = 0; i < sole.corners.length; i++) {
    const corner = sole.corners[i]!;
    const y = s * corner[0] + c * corner[1];
    if (y >= height) continue;
    height = y;
    lx = corner[0];
    ly = corner[1];
  }
  const x = partX + c * lx - s * ly;
  const rolled = sole.radius * (angle - state.angle);
  state.slid = x - (state.partX + state.c * lx - state.s * ly) + rolled;
  state.x = partX + c * sole.middle[0] - s * sole.middle[1];
  state.lowestX = x;
  state.lowestY = partY + height - sole.radius;
  state.partX = partX;
  state.partY = partY;
  state.angle = angle;
  state.c = c;
  state.s = s;
}

/** Height of a sole's lowest point over the ground, metres. */
export const clearanceOf = ({ lowestX, lowestY }: SoleState, terrain: Terrain): number =>
  lowestY - heightAt(terrain, lowestX);
