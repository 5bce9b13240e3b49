import type { Point } from '../../creature/body-plan.ts';
import { cos, sin } from '../../math/portable.ts';
import { segmentAt, type Terrain } from '../../sim/terrain.ts';
import { type Contact, SKIN } from './contacts.ts';
import { along, dot, pieceFrom } from './ground-piece.ts';
import type { Motion } from './motion.ts';
import type { Bulk } from './physique.ts';
import { polygonMeets } from './polygon-touch.ts';

/** So many pieces of the ground are looked at for each part, from its rear on. */
const MOST_PIECES = 4;

/** Who is higher above both ends of a piece does not touch it, metres. */
const NEAR = 0.1;

/** What a part has of features on one piece of the ground, at most. */
const FEATURES = 64;

/** Where a part meets the ground, and what of both does. */
type Touch = Pick<Contact, 'feature' | 'arm' | 'normal' | 'own' | 'ground' | 'isOnFace'>;

/** All places where the creature meets the line of the ground; blocks and rocks are not looked at. */
export function contactsOn(terrain: Terrain, motion: Motion, before: readonly Contact[]): Contact[] {
  return motion.bulks.flatMap((bulk, part) => {
    const { inverseMass, inverseInertia, friction, radius } = bulk;
    const touches = radius > 0 ? ofCircle(terrain, motion, part, radius) : ofPolygon(terrain, motion, part, bulk);
    return touches.map((touch): Contact => {
      const { feature, arm, normal } = touch;
      const [lever, leverAcross] = [arm[0] * normal[1] - arm[1] * normal[0], -dot(arm, normal)];
      const last = before.find((contact) => contact.part === part && contact.feature === feature);
      return {
        ...touch,
        part,
        lever,
        leverAcross,
        mass: 1 / (inverseMass + inverseInertia * lever * lever),
        massAcross: 1 / (inverseMass + inverseInertia * leverAcross * leverAcross),
        friction: Math.sqrt(friction * terrain.friction),
        push: last?.push ?? 0,
        rub: last?.rub ?? 0,
      };
    });
  });
}

/** Indices of the pieces below what reaches from one place to another and down to a height, where they come near it. */
function below(terrain: Terrain, from: number, to: number, height: number): number[] {
  const { points } = terrain;
  const first = segmentAt(terrain, from);
  const last = Math.min(segmentAt(terrain, to), first + MOST_PIECES - 1);
  const near: number[] = [];
  for (let i = first; i <= last; i++) {
    const [y0, y1] = [points[2 * i + 1] as number, points[2 * i + 3] as number];
    // Two corners in one place are no piece: they have no normal.
    const isPiece = y0 !== y1 || points[2 * i] !== points[2 * i + 2];
    if (isPiece && Math.max(y0, y1) + NEAR > height) near.push(i);
  }
  return near;
}

function ofCircle(terrain: Terrain, { x, y }: Motion, part: number, radius: number): Touch[] {
  const centre: Point = [x[part] as number, y[part] as number];
  return below(terrain, centre[0] - radius, centre[0] + radius, centre[1] - radius).flatMap((index): Touch[] => {
    const { from, normal, length } = pieceFrom(terrain, index, centre);
    const place = from[1] * normal[0] - from[0] * normal[1];
    const height = -dot(from, normal);
    if (place < 0 || place > length || height >= radius + SKIN) return [];
    // Half way between the ground's skin and the circle's rim.
    const arm = along([0, 0], normal, (SKIN + height - radius) / 2 - height);
    const ground: Point = [centre[0] + from[0], centre[1] + from[1]];
    return [{ feature: FEATURES * index, arm, normal, own: [0, 0], ground, isOnFace: false }];
  });
}

function ofPolygon(terrain: Terrain, { x, y, angle }: Motion, part: number, { corners }: Bulk): Touch[] {
  const centre: Point = [x[part] as number, y[part] as number];
  const [c, s] = [cos(angle[part] as number), sin(angle[part] as number)];
  let [left, right, low] = [0, 0, 0];
  for (const [u, w] of corners) {
    left = Math.min(left, c * u - s * w);
    right = Math.max(right, c * u - s * w);
    low = Math.min(low, s * u + c * w);
  }
  const near = below(terrain, centre[0] + left - SKIN, centre[0] + right + SKIN, centre[1] + low);
  if (near.length === 0) return [];
  const arms = corners.map(([u, w]): Point => [c * u - s * w, s * u + c * w]);
  return near.flatMap((index) => {
    const piece = pieceFrom(terrain, index, centre);
    return polygonMeets(piece, arms).map(({ at, own, normal, height, isOnFace, feature }): Touch => {
      const ground = isOnFace ? at : piece.from;
      return {
        feature: FEATURES * index + feature,
        // Half way between both skins.
        arm: along(at, normal, (isOnFace ? height : -height) / 2),
        normal,
        own: [c * own[0] + s * own[1], c * own[1] - s * own[0]],
        ground: [centre[0] + ground[0], centre[1] + ground[1]],
        isOnFace,
      };
    });
  });
}
