import type { Point } from '../../creature/body-plan.ts';
import { cos, sin } from '../../math/portable.ts';
import { segmentAt, type Terrain } from '../../sim/terrain.ts';
import { type Contact, SKIN } from './contacts.ts';
import { pieceFrom } from './ground-piece.ts';
import type { Motion } from './motion.ts';
import type { Bulk } from './physique.ts';
import { facesOf, polygonMeets } from './polygon-touch.ts';
import { along, dot, turned } from './vectors.ts';

/** So many pieces of the ground are looked at for each part, from its rear on. */
const MOST_PIECES = 4;

/** Who is higher above both ends of a piece does not touch it, metres. */
const NEAR = 0.1;

/** What a part has of features on one piece of the ground, at most. */
const FEATURES = 64;

/** Where the creature meets the ground, and who pushed there before. */
interface Search {
  terrain: Terrain;
  motion: Motion;
  before: readonly Contact[];
  found: Contact[];
}

/** All places where the creature meets the line of the ground; blocks and rocks are not looked at. */
export function contactsOn(terrain: Terrain, motion: Motion, before: readonly Contact[]): Contact[] {
  const search = { terrain, motion, before, found: [] };
  motion.bulks.forEach((bulk, part) => {
    if (bulk.radius > 0) findOfCircle(search, part, bulk.radius);
    else findOfPolygon(search, part, bulk);
  });
  return search.found;
}

type Place = Pick<Contact, 'arm' | 'normal' | 'own' | 'ground' | 'isOnFace'>;

function add(search: Search, part: number, feature: number, { arm, normal, own, ground, isOnFace }: Place): void {
  const { terrain, motion, before, found } = search;
  const { inverseMass, inverseInertia, friction } = motion.bulks[part] as Bulk;
  const [lever, leverAcross] = [arm[0] * normal[1] - arm[1] * normal[0], -dot(arm, normal)];
  const last = before.find((contact) => contact.part === part && contact.feature === feature);
  found.push({
    part,
    feature,
    arm,
    normal,
    own,
    ground,
    isOnFace,
    lever,
    leverAcross,
    mass: 1 / (inverseMass + inverseInertia * lever * lever),
    massAcross: 1 / (inverseMass + inverseInertia * leverAcross * leverAcross),
    friction: Math.sqrt(friction * terrain.friction),
    push: last?.push ?? 0,
    rub: last?.rub ?? 0,
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

function findOfCircle(search: Search, part: number, radius: number): void {
  const { terrain, motion } = search;
  const { x, y } = motion.place;
  const centre: Point = [x[part] as number, y[part] as number];
  for (const index of below(terrain, centre[0] - radius, centre[0] + radius, centre[1] - radius)) {
    const { from, normal, length } = pieceFrom(terrain, index, centre);
    const place = from[1] * normal[0] - from[0] * normal[1];
    const height = -dot(from, normal);
    if (place < 0 || place > length || height >= radius + SKIN) continue;
    // Half way between the ground's skin and the circle's rim.
    const arm = along([0, 0], normal, (SKIN + height - radius) / 2 - height);
    const ground: Point = [centre[0] + from[0], centre[1] + from[1]];
    add(search, part, FEATURES * index, { arm, normal, own: [0, 0], ground, isOnFace: false });
  }
}

function findOfPolygon(search: Search, part: number, { corners }: Bulk): void {
  const { terrain, motion } = search;
  const { x, y } = motion.place;
  const centre: Point = [x[part] as number, y[part] as number];
  const angle = motion.place.angle[part] as number;
  const [c, s] = [cos(angle), sin(angle)];
  let [left, right, low] = [0, 0, 0];
  const arms = corners.map((corner) => turned(corner, c, s));
  for (const [u, w] of arms) {
    left = Math.min(left, u);
    right = Math.max(right, u);
    low = Math.min(low, w);
  }
  const near = below(terrain, centre[0] + left - SKIN, centre[0] + right + SKIN, centre[1] + low);
  if (near.length === 0) return;
  const faces = facesOf(arms);
  for (const index of near) {
    const piece = pieceFrom(terrain, index, centre);
    for (const { at, own, normal, height, isOnFace, feature } of polygonMeets(piece, faces)) {
      const ground = isOnFace ? at : piece.from;
      add(search, part, FEATURES * index + feature, {
        // Half way between both skins.
        arm: along(at, normal, (isOnFace ? height : -height) / 2),
        normal,
        own: turned(own, c, -s),
        ground: [centre[0] + ground[0], centre[1] + ground[1]],
        isOnFace,
      });
    }
  }
}
