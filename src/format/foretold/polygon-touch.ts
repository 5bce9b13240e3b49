import type { Point } from '../../creature/body-plan.ts';
import { SKIN } from './contacts.ts';
import type { Piece } from './ground-piece.ts';
import { along, dot, minus } from './vectors.ts';

/** The skins of both. */
const REACH = 2 * SKIN;

/** A face takes over from the ground's piece when it is so much less deep: as a share of the depth, and in metres. */
const FAVOUR = 0.98;
const LEAD = 0.001;

/** And when it lies along the piece: least cosine of the angle between. */
const ALIKE = 1 - Math.PI / 90;

/** Features from here on are cut off ends, and corners of the ground on faces. */
const CUT = 16;
const FACE = 32;

/** A side of a polygon. */
export interface Face {
  corner: number;
  from: Point;
  to: Point;
  /** Out of the polygon, length 1. */
  normal: Point;
}

/** The sides of a polygon with these corners, counter-clockwise. */
export function facesOf(arms: readonly Point[]): Face[] {
  return arms.map((from, corner) => {
    const to = arms[(corner + 1) % arms.length] as Point;
    const [ex, ey] = minus(to, from);
    const length = Math.sqrt(ex * ex + ey * ey);
    return { corner, from, to, normal: [ey / length, -ex / length] };
  });
}

/** The ends of a line, drawn in to what lies beside another one. */
function clipped(ends: readonly [Point, Point], from: Point, to: Point): { at: Point; isCut: boolean }[] {
  const length = Math.sqrt(dot(minus(to, from), minus(to, from)));
  const way: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [a, b] = [dot(minus(ends[0], from), way), dot(minus(ends[1], from), way)];
  if (Math.max(a, b) < 0 || Math.min(a, b) > length) return [];
  const whole = minus(ends[1], ends[0]);
  return [a, b].map((place, end) => {
    const wished = Math.max(0, Math.min(length, place));
    const isCut = wished !== place;
    return { at: isCut ? along(ends[0], whole, (wished - a) / (b - a)) : (ends[end] as Point), isCut };
  });
}

/** A corner of one on the face of the other, as seen from the polygon's centre of mass. */
export interface Standing {
  /** The corner, or where a face is cut off. */
  at: Point;
  /** A point of the polygon: this very one, or one of the face that lies on it. */
  own: Point;
  /** Out of the ground. */
  normal: Point;
  height: number;
  isOnFace: boolean;
  feature: number;
}

/**
 * Where a polygon meets a piece of the ground, both as seen from its centre of mass: two points at most, where the corners of one
 * stand on the face of the other (after b2CollideEdgeAndPolygon).
 */
export function polygonMeets({ normal, from, to }: Piece, faces: readonly Face[]): Standing[] {
  let facing = faces[0] as Face;
  let nearest = facing;
  let [depth, under] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const face of faces) {
    const out = dot(face.normal, normal);
    const gap = Math.min(dot(minus(from, face.from), face.normal), dot(minus(to, face.from), face.normal));
    if (gap > REACH) return [];
    depth = Math.min(depth, dot(minus(face.from, from), normal));
    if (out < dot(facing.normal, normal)) facing = face;
    if (-out < ALIKE || gap <= under) continue;
    under = gap;
    nearest = face;
  }
  if (depth > REACH) return [];
  if (under > FAVOUR * depth + LEAD) {
    const out: Point = [-nearest.normal[0], -nearest.normal[1]];
    return clipped([from, to], nearest.from, nearest.to).flatMap(({ at }, end): Standing[] => {
      const height = -dot(minus(at, nearest.from), out);
      const feature = FACE + 2 * nearest.corner + end;
      return height > REACH ? [] : [{ at, own: nearest.from, normal: out, height, isOnFace: true, feature }];
    });
  }
  return clipped([facing.from, facing.to], from, to).flatMap(({ at, isCut }, end): Standing[] => {
    const height = dot(minus(at, from), normal);
    const feature = ((facing.corner + end) % faces.length) + (isCut ? CUT : 0);
    return height > REACH ? [] : [{ at, own: at, normal, height, isOnFace: false, feature }];
  });
}
