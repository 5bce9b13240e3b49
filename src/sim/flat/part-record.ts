import type { Point } from '../../creature/body-plan.ts';
import { BOUNDS_MARGIN } from './constants.ts';
import { writeCorners } from './ground.ts';
import type { PartModel } from './model.ts';
import type { Polygon } from './polygon.ts';
import {
  CORNER,
  K_X,
  K_Y,
  P_ALPHA,
  P_ANGLE,
  P_AWAKE,
  P_CENTROID_X,
  P_CENTROID_Y,
  P_CONTACTS,
  P_CORNER_COUNT,
  P_CORNERS,
  P_COS,
  P_CX,
  P_CY,
  P_ENDS,
  P_EVER,
  P_FAT,
  P_FLAG,
  P_FRICTION,
  P_FX,
  P_FY,
  P_IN_ISLAND,
  P_INV_I,
  P_INV_MASS,
  P_LX,
  P_LY,
  P_MOVED,
  P_RADIUS,
  P_REACH,
  P_REST,
  P_SIN,
  P_TORQUE,
  P_TOUCHES,
  P_TURN,
  P_VX,
  P_VY,
  P_W,
  P_X,
  P_Y,
  PART,
  PART_I,
  PARTS,
  PARTS_I,
} from './slots.ts';

/** A circle's only corner is its centre. */
const POINT: Pick<Polygon, 'corners' | 'normals'> = { corners: [[0, 0]], normals: [[0, 0]] };

/** Writes a part at rest at its place in the plan, whose origin is at `start`: Body, Fixture and Body.resetMassData. */
export function writePart(
  F: Float64Array,
  I: Int32Array,
  index: number,
  model: PartModel,
  start: Point,
  friction: number,
): void {
  const { part, polygon, radius, sin: s, cos: c, centre, angle } = model;
  const p = PARTS + index * PART;
  const i = PARTS_I + index * PART_I;
  const x = start[0] + part.position[0];
  const y = start[1] + part.position[1];
  F[p + P_X] = x;
  F[p + P_Y] = y;
  F[p + P_SIN] = s;
  F[p + P_COS] = c;
  F[p + P_LX] = centre[0];
  F[p + P_LY] = centre[1];
  F[p + P_CX] = c * centre[0] - s * centre[1] + x;
  F[p + P_CY] = s * centre[0] + c * centre[1] + y;
  F[p + P_ANGLE] = angle;
  for (const slot of [P_ALPHA, P_VX, P_VY, P_W, P_FX, P_FY, P_TORQUE, P_REST]) F[p + slot] = 0;
  F[p + P_INV_MASS] = model.inverseMass;
  F[p + P_INV_I] = model.inverseInertia;
  F[p + P_FRICTION] = Math.sqrt(friction * part.friction);
  F[p + P_RADIUS] = radius;
  F[p + P_CENTROID_X] = polygon?.centroid[0] ?? 0;
  F[p + P_CENTROID_Y] = polygon?.centroid[1] ?? 0;
  F[p + P_TURN] = Number.NaN;
  const { corners, normals } = polygon ?? POINT;
  writeCorners(F, p + P_CORNERS, { corners, normals });
  let reach = 0;
  let left = Number.POSITIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let k = p + P_CORNERS; k < p + P_CORNERS + CORNER * corners.length; k += CORNER) {
    const [vx, vy] = [F[k + K_X]!, F[k + K_Y]!];
    const [dx, dy] = [vx - centre[0], vy - centre[1]];
    reach = Math.max(reach, Math.sqrt(dx * dx + dy * dy));
    const worldX = c * vx - s * vy + x;
    const worldY = s * vx + c * vy + y;
    left = Math.min(left, worldX);
    bottom = Math.min(bottom, worldY);
    right = Math.max(right, worldX);
    top = Math.max(top, worldY);
  }
  F[p + P_REACH] = reach;
  F[p + P_FAT] = left - radius - BOUNDS_MARGIN;
  F[p + P_FAT + 1] = bottom - radius - BOUNDS_MARGIN;
  F[p + P_FAT + 2] = right + radius + BOUNDS_MARGIN;
  F[p + P_FAT + 3] = top + radius + BOUNDS_MARGIN;
  for (const slot of [P_TOUCHES, P_FLAG, P_EVER, P_IN_ISLAND]) I[i + slot] = 0;
  for (const slot of [P_CONTACTS, P_ENDS]) I[i + slot] = -1;
  for (const slot of [P_AWAKE, P_MOVED]) I[i + slot] = 1;
  I[i + P_CORNER_COUNT] = corners.length;
}
