import type { Point } from '../../creature/body-plan.ts';
import { SKIN } from './contacts.ts';
import { along, dot, minus, type Piece } from './ground-piece.ts';

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

interface Face {
  corner: number;
  from: Point;
  to: Point;
  /** Out of the polygon, length 1. */
  normal: Point;
}

function facesOf(arms: readonly Point[]): Face[] {
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
export function polygonMeets({ normal, from, to }: Piece, arms: readonly Point[]): Standing[] {
  const depth = Math.min(...arms.map((arm) => dot(minus(arm, from), normal)));
  if (depth > REACH) return [];
  const faces = facesOf(arms);
  const gaps = faces.map(({ from: own, normal: out }) =>
    Math.min(dot(minus(from, own), out), dot(minus(to, own), out)),
  );
  if (Math.max(...gaps) > REACH) return [];
  const under = faces.map(({ normal: out }, i) => (-dot(out, normal) >= ALIKE ? (gaps[i] as number) : -Infinity));
  const nearest = Math.max(...under);
  if (nearest > FAVOUR * depth + LEAD) {
    const face = faces[under.indexOf(nearest)] as Face;
    return clipped([from, to], face.from, face.to).flatMap(({ at }, end): Standing[] => {
      const height = dot(minus(at, face.from), face.normal);
      if (height > REACH) return [];
      const out: Point = [-face.normal[0], -face.normal[1]];
      return [{ at, own: face.from, normal: out, height, isOnFace: true, feature: FACE + 2 * face.corner + end }];
    });
  }
  const facing = faces.map(({ normal: out }) => dot(out, normal));
  const face = faces[facing.indexOf(Math.min(...facing))] as Face;
  return clipped([face.from, face.to], from, to).flatMap(({ at, isCut }, end): Standing[] => {
    const height = dot(minus(at, from), normal);
    const feature = ((face.corner + end) % arms.length) + (isCut ? CUT : 0);
    return height > REACH ? [] : [{ at, own: at, normal, height, isOnFace: false, feature }];
  });
}
