import { lowestHeight, massOf } from '../creature/anatomy.ts';
import type { Joint, Part, Point } from '../creature/body-plan.ts';
import { atan2 } from '../math/portable.ts';
import { plural } from '../schema/plural.ts';
import type { EvolutionDesign, EvolutionJoint } from './evolution-design.ts';
import { musclesOf } from './evolution-muscles.ts';
import { largestSet, type Piece, piecesOf } from './evolution-plates.ts';

/** Metres per unit of Evolution: its creatures are 6 to 27 units wide. */
const METRE = 0.1;
/** Kilograms per unit of weight. */
const KILOGRAM = 0.5;
/** Thickness of a bone, metres. */
const THICKNESS = 0.1;
/** Range of a hinge to each side, radians: Evolution's have none, ours need one. */
const LIMIT = 1.2;
/** A part that reaches this close to the lowest point becomes a foot: a share of the height, and metres at least. */
const FOOT_SHARE = 0.08;
const FOOT_HEIGHT = 0.05;
const MAX_PARTS = 32;
/** A drawn eye among the decorations. */
const EYE = 0;

/** A body plan that is not checked yet, and what was changed or left out, one sentence each. */
export interface Imported {
  plan: unknown;
  notes: string[];
}

const middle = (joints: readonly EvolutionJoint[]): Point => [
  (METRE * joints.reduce((sum, { x }) => sum + x, 0)) / joints.length,
  (METRE * joints.reduce((sum, { y }) => sum + y, 0)) / joints.length,
];

function shapeOf({ joints }: Piece): Pick<Part, 'shape' | 'position' | 'angle'> {
  const [x, y] = middle(joints);
  if (joints.length === 3) {
    // A little larger than the triangle of its joints, so that these lie inside it.
    const vertices = joints.map((joint): [number, number] => [
      1.2 * (METRE * joint.x - x),
      1.2 * (METRE * joint.y - y),
    ]);
    return { shape: { kind: 'polygon', vertices }, position: [x, y], angle: 0 };
  }
  const [a, b] = joints as readonly [EvolutionJoint, EvolutionJoint];
  const [dx, dy] = [METRE * (b.x - a.x), METRE * (b.y - a.y)];
  const height = Math.sqrt(dx * dx + dy * dy) + THICKNESS;
  return { shape: { kind: 'box', width: THICKNESS, height }, position: [x, y], angle: atan2(-dx, dy) };
}

/** kg; the weight of a joint is shared by the pieces that meet there. */
const weightOf = (piece: Piece, all: readonly Piece[]) =>
  KILOGRAM *
  (piece.bones.reduce((sum, { weight }) => sum + weight, 0) +
    piece.joints.reduce(
      (sum, joint) => sum + joint.weight / all.filter(({ joints }) => joints.includes(joint)).length,
      0,
    ));

/** Hinges from the root outward; all pieces at a joint hang on the first one that is reached. */
function hinged(
  pieces: readonly Piece[],
  root: Piece,
  names: ReadonlyMap<Piece, string>,
  at: (joint: EvolutionJoint) => Point,
) {
  const reached = new Set([root]);
  const joints: Joint[] = [];
  for (const piece of reached) {
    for (const joint of piece.joints) {
      for (const other of pieces) {
        if (reached.has(other) || !other.joints.includes(joint)) continue;
        reached.add(other);
        const [parent, child] = [names.get(piece)!, names.get(other)!];
        const [x, y] = at(joint);
        joints.push({
          name: `hinge of ${child}`,
          parent,
          child,
          anchor: [x, y],
          limits: [-LIMIT, LIMIT],
          torque: 0,
          speed: 1,
        });
      }
    }
  }
  return joints;
}

/** Joints by which rings are closed, beside those of a tree. */
function ringCount(pieces: readonly Piece[]): number {
  const ends = pieces.reduce((sum, { joints }) => sum + joints.length, 0);
  return ends - pieces.length - new Set(pieces.flatMap(({ joints }) => joints)).size + 1;
}

/**
 * The body of a creature of Keiwan's Evolution: bones become limbs, three bones in a triangle a plate, joints hinges without motors,
 * muscles muscles between the middles of their bones. Throws an Error for a creature without two joined bones or with too many.
 */
export function bodyOfEvolution(design: EvolutionDesign, source: string): Imported {
  const notes: string[] = [];
  const joints = new Map(design.joints.map((joint) => [joint.id, joint]));
  const whole = design.bones.filter(({ startJointID: a, endJointID: b }) => {
    const [one, other] = [joints.get(a), joints.get(b)];
    return one && other && (one.x !== other.x || one.y !== other.y);
  });
  const all = piecesOf(whole, (id) => joints.get(id)!);
  const pieces = largestSet(all);
  const lost = design.bones.length - pieces.reduce((sum, { bones }) => sum + bones.length, 0);
  if (lost > 0) notes.push(`${plural(lost, 'bone')} left out, of which an end is missing or which hang loose.`);
  if (pieces.length < 2)
    throw new Error(`${source} has no two bones that a joint connects, so it cannot become a body`);
  if (pieces.length > MAX_PARTS)
    throw new Error(`${source} has ${pieces.length} bones that move, a body may have ${MAX_PARTS} parts; remove some`);

  const weights = pieces.map((piece) => weightOf(piece, pieces));
  const root = pieces[weights.indexOf(Math.max(...weights))]!;
  const ordered = [root, ...pieces.filter((piece) => piece !== root)];
  const [shift] = middle(root.joints);
  const names = new Map(pieces.map((piece, i) => [piece, `${piece.bones.length === 3 ? 'plate' : 'bone'} ${i + 1}`]));
  const eyes = new Set(design.decorations.flatMap(({ boneID, dT }) => (dT === EYE ? [boneID] : [])));
  const raw = ordered.map((piece): Part => {
    const shaped = shapeOf(piece);
    const part: Part = {
      name: names.get(piece)!,
      ...shaped,
      position: [shaped.position[0] - shift, shaped.position[1]],
      density: 1,
      friction: 1,
      role: 'limb',
      layer: 0,
      ...(piece.bones.some(({ id }) => eyes.has(id)) && { eye: { position: [0, 0], radius: 0.4 * THICKNESS } }),
    };
    const density = weights[pieces.indexOf(piece)]! / massOf(part);
    return { ...part, density: Math.max(0.1, Math.min(100, density)) };
  });
  const bottom = Math.min(...raw.map(lowestHeight));
  const top = Math.max(...pieces.flatMap((piece) => piece.joints.map(({ y }) => METRE * y)));
  const reach = Math.max(FOOT_HEIGHT, FOOT_SHARE * (top - bottom));
  const parts = raw.map((part): Part => {
    const role = lowestHeight(part) <= bottom + reach ? 'foot' : 'limb';
    return { ...part, role, position: [part.position[0], part.position[1] - bottom] };
  });
  const hinges = hinged(pieces, root, names, ({ x, y }) => [METRE * x - shift, METRE * y - bottom]);
  const rings = ringCount(pieces);
  if (rings > 0) notes.push(`${plural(rings, 'ring')} of bones opened at a joint: a body is a tree of parts.`);

  const { muscles, words } = musclesOf(design, (boneID) => {
    const piece = pieces.find(({ bones }) => bones.some(({ id }) => id === boneID));
    const bone = piece?.bones.find(({ id }) => id === boneID);
    const part = piece && parts.find(({ name }) => name === names.get(piece));
    if (bone === undefined || part === undefined) return undefined;
    const [x, y] = middle([joints.get(bone.startJointID)!, joints.get(bone.endJointID)!]);
    return { part, place: [x - shift, y - bottom] };
  });
  notes.push(...words);
  const wings = design.bones.filter(({ wing }) => wing).length;
  if (wings > 0) notes.push(`${plural(wings, 'wing')} imported as plain bone: there is no air to beat.`);
  const plain = design.decorations.filter(({ dT }) => dT !== EYE).length;
  if (plain > 0) notes.push(`${plural(plain, 'decoration')} left out; only eyes are drawn.`);
  const title = design.name.trim().slice(0, 60) || 'Creature from Evolution';
  return {
    plan: {
      name: title.slice(0, 40),
      title,
      about: 'Imported from Evolution (Keiwan).',
      verb: 'moves',
      parts,
      joints: hinges,
      ...(muscles.length > 0 && { muscles }),
    },
    notes,
  };
}
