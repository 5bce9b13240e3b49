import type { BodyPlan } from '../../creature/body-plan.ts';
import { createHash, type Hash } from '../../math/hash.ts';
import type { Terrain } from '../../sim/terrain.ts';
import { type BitCoder, evenChances } from '../range-coder.ts';
import { type Bone, bonesOf, hanging, poseIn } from '../skeleton.ts';
import { createEffortCoder } from './efforts.ts';
import { createForeteller, type Laws } from './foreteller.ts';
import { type Column, createColumns } from './surprise.ts';

/** Metres and radians in one step of what is written: no pose is off by more than half of it. */
const QUANTUM = 0.001;

/** A surprise is at most so many steps: no creature comes so far in one frame. */
const MOST_STEPS = (1 << 30) - 1;

/** After so many frames, and after the last, it is made sure that all was read as it was written. */
const MARK_EVERY = 256;
const MARK_BITS = 32;

/** What is recorded of each frame, one frame after the other. */
export interface Frames {
  /** x, y, angle of each part, metres and radians. */
  poses: Float64Array;
  /** Of each joint, in [-1, 1]. */
  actions: Float32Array;
  /** Of each part, 0 or 1. */
  contacts: Uint8Array;
}

/** Frames for a reader to fill in. */
export const emptyFrames = ({ parts, joints }: BodyPlan, count: number): Frames => ({
  poses: new Float64Array(3 * parts.length * count),
  actions: new Float32Array(joints.length * count),
  contacts: new Uint8Array(parts.length * count),
});

/** Tells a number by its distance from a guess; what is nowhere stays at the guess. */
function told(value: number, guess: number, column: Column, near: number): { value: number; steps: number } {
  const steps = Math.round((value - guess) / QUANTUM);
  const known = Number.isFinite(steps) ? Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps)) : 0;
  const coded = column.code(known, near);
  return { value: guess + QUANTUM * coded, steps: coded };
}

/** Goes through the poses of all parts frame by frame, and leaves them within half a quantum of what they were. */
function createPoseCoder(bits: BitCoder, plan: BodyPlan): (poses: Float64Array, foretold: Float64Array) => void {
  const count = plan.parts.length;
  const angles = createColumns(bits, count);
  const places = createColumns(bits, 2 * count);
  const bones: (Bone | undefined)[] = [undefined, ...bonesOf(plan)];
  const surprises = new Float64Array(count);
  return (poses, foretold) => {
    for (const bone of bones) {
      const part = bone?.part ?? 0;
      const [x, y, angle] = poseIn(foretold, part);
      const turn = told(
        poses[3 * part + 2] as number,
        angle,
        angles[part] as Column,
        bone ? (surprises[bone.parent] as number) : 0,
      );
      surprises[part] = turn.steps;
      poses[3 * part + 2] = turn.value;
      // Where its hinge has it, as far from there as foretold.
      const [hereX, hereY] = bone ? hanging(bone, poseIn(poses, bone.parent), turn.value) : [x, y];
      const [thereX, thereY] = bone ? hanging(bone, poseIn(foretold, bone.parent), angle) : [x, y];
      const guess = [hereX + x - thereX, hereY + y - thereY];
      for (const k of [0, 1]) {
        const column = places[2 * part + k] as Column;
        poses[3 * part + k] = told(poses[3 * part + k] as number, guess[k] as number, column, turn.steps).value;
      }
    }
  };
}

/** Writes a fingerprint of all poses so far, or compares it with what was written. Throws an Error where they differ. */
function createMarker(bits: BitCoder): (hash: Hash) => void {
  const chances = evenChances(MARK_BITS);
  return (hash) => {
    const mark = Number.parseInt(hash.digest().slice(0, MARK_BITS / 4), 16);
    for (let i = 0; i < MARK_BITS; i++) {
      const bit = (mark >>> i) & 1;
      if (bits.code(chances, i, bit) !== bit) throw new Error('is damaged or of another body');
    }
  };
}

/**
 * Writes the frames, or reads them: one way through for both, as a coder of bits either takes a number or gives it. Everything is
 * told by how far it is from what is foretold for it, and what was written is left in the frames as it will be read. Throws an Error
 * when what is read cannot be what was written.
 */
export function codeFrames(bits: BitCoder, plan: BodyPlan, terrain: Terrain, laws: Laws, frames: Frames): void {
  const [parts, joints] = [plan.parts.length, plan.joints.length];
  const count = frames.contacts.length / parts;
  const standing = Float64Array.from(plan.parts.flatMap(({ position: [x, y], angle }) => [x, y, angle]));
  const teller = createForeteller(plan, terrain, laws, standing);
  const efforts = createEffortCoder(bits, teller.hinges, parts);
  const codePoses = createPoseCoder(bits, plan);
  /** By whether a part is foretold to touch the ground, and whether it did in the frame before. */
  const touching = evenChances(4);
  const mark = createMarker(bits);
  const hash = createHash();
  let before: Uint8Array = new Uint8Array(parts);
  for (let frame = 0; frame < count; frame++) {
    const actions = frames.actions.subarray(joints * frame, joints * (frame + 1));
    efforts.code(actions, teller.motion, before);
    const foretold = teller.foretell(actions);
    const contacts = frames.contacts.subarray(parts * frame, parts * (frame + 1));
    for (let i = 0; i < parts; i++) {
      const kind = 2 * (foretold.touches[i] as number) + (before[i] as number);
      contacts[i] = bits.code(touching, kind, contacts[i] as number);
    }
    before = contacts;
    const poses = frames.poses.subarray(3 * parts * frame, 3 * parts * (frame + 1));
    codePoses(poses, foretold.poses);
    teller.correct(poses);
    hash.addAll(poses);
    if ((frame + 1) % MARK_EVERY === 0 || frame === count - 1) mark(hash);
  }
}
