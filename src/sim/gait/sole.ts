import { lowestHeight, toLocal, toWorld } from '../../creature/anatomy.ts';
import type { Part, Point } from '../../creature/body-plan.ts';
import { corners } from '../../creature/corners.ts';
import { heightAt, type Terrain } from '../terrain.ts';

/** The underside of a foot, in the part's own frame, metres. */
export interface Sole {
  /** x and y of the corners that can touch the ground, one after the other; one point for a round foot, its centre. */
  corners: Float64Array;
  /** Radius around the corners; 0 unless the foot is round. */
  radius: number;
  /** Middle of its lowest edge when standing: what its place is measured by. */
  middle: Point;
}

/** Corners this much above the lowest one still belong to the lowest edge, metres. */
const EDGE = 0.02;

export function soleOf(part: Part): Sole {
  const { shape } = part;
  if (shape.kind === 'circle') return { corners: new Float64Array(2), radius: shape.radius, middle: [0, 0] };
  const all = corners(shape);
  const bottom = lowestHeight(part);
  const lowest = all.map((corner) => toWorld(part, corner)).filter(([, y]) => y < bottom + EDGE);
  const x = lowest.reduce((sum, corner) => sum + corner[0], 0) / lowest.length;
  return { corners: Float64Array.from(all.flat()), radius: 0, middle: toLocal(part, [x, bottom]) };
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

/** A sole that stands; `pose` is its part's x, y, angle, sine and cosine. */
export function standingSole(sole: Sole, pose: Float64Array): SoleState {
  const [partX, partY, angle, s, c] = pose as unknown as [number, number, number, number, number];
  const state = { partX, partY, angle, c, s, x: 0, lowestX: 0, lowestY: 0, slid: 0 };
  moveSole(sole, state, pose);
  return state;
}

/** Moves a sole to the next pose of its part: x, y, angle, sine and cosine. */
export function moveSole(sole: Sole, state: SoleState, pose: Float64Array): void {
  const partX = pose[0]!;
  const partY = pose[1]!;
  const angle = pose[2]!;
  const s = pose[3]!;
  const c = pose[4]!;
  const { corners, middle } = sole;
  let lx = corners[0]!;
  let ly = corners[1]!;
  let height = Number.POSITIVE_INFINITY;
  for (let i = 0; i < corners.length; i += 2) {
    const y = s * corners[i]! + c * corners[i + 1]!;
    if (y >= height) continue;
    height = y;
    lx = corners[i]!;
    ly = corners[i + 1]!;
  }
  const x = partX + c * lx - s * ly;
  const rolled = sole.radius * (angle - state.angle);
  state.slid = x - (state.partX + state.c * lx - state.s * ly) + rolled;
  state.x = partX + c * middle[0] - s * middle[1];
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
