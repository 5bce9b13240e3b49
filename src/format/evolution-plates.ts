import type { Point } from '../creature/body-plan.ts';
import type { EvolutionBone, EvolutionJoint } from './evolution-design.ts';

/** What becomes one part: a bone, or three bones that close a triangle and so cannot move against each other. */
export interface Piece {
  bones: readonly EvolutionBone[];
  /** Their two or three joints; of a plate counter-clockwise. */
  joints: readonly EvolutionJoint[];
}

/** Twice the area of a triangle below which three bones are no plate, square units of Evolution. */
const MIN_AREA = 0.5;

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
const at = ({ x, y }: EvolutionJoint): Point => [x, y];

/** The pieces of bones, in the order of their first bones. No bone is in two. @param jointOf both ends of each bone exist */
export function piecesOf(bones: readonly EvolutionBone[], jointOf: (id: number) => EvolutionJoint): Piece[] {
  const taken = new Set<EvolutionBone>();
  const pieces: Piece[] = [];
  const between = (a: number, b: number) =>
    bones.find(
      (bone) =>
        !taken.has(bone) &&
        ((bone.startJointID === a && bone.endJointID === b) || (bone.startJointID === b && bone.endJointID === a)),
    );
  const neighbours = (a: number) =>
    bones.flatMap((bone) =>
      taken.has(bone)
        ? []
        : bone.startJointID === a
          ? [bone.endJointID]
          : bone.endJointID === a
            ? [bone.startJointID]
            : [],
    );
  for (const bone of bones) {
    if (taken.has(bone)) continue;
    const { startJointID: a, endJointID: b } = bone;
    const ends = [jointOf(a), jointOf(b)] as const;
    const third = neighbours(a).find(
      (c) =>
        c !== b && between(b, c) !== undefined && Math.abs(turn(at(ends[0]), at(ends[1]), at(jointOf(c)))) >= MIN_AREA,
    );
    if (third === undefined) {
      taken.add(bone);
      pieces.push({ bones: [bone], joints: ends });
      continue;
    }
    const sides = [bone, between(b, third)!, between(third, a)!];
    for (const side of sides) taken.add(side);
    const isLeft = turn(at(ends[0]), at(ends[1]), at(jointOf(third))) > 0;
    const joints = [...ends, jointOf(third)];
    pieces.push({ bones: sides, joints: isLeft ? joints : joints.reverse() });
  }
  return pieces;
}

/** The pieces that hang together by their joints: the largest set, of two of a size the one with the first piece. */
export function largestSet(pieces: readonly Piece[]): Piece[] {
  let largest: Piece[] = [];
  const seen = new Set<Piece>();
  for (const first of pieces) {
    if (seen.has(first)) continue;
    const set = new Set([first]);
    for (const piece of set)
      for (const other of pieces) if (other.joints.some((joint) => piece.joints.includes(joint))) set.add(other);
    for (const piece of set) seen.add(piece);
    if (set.size > largest.length) largest = pieces.filter((piece) => set.has(piece));
  }
  return largest;
}
