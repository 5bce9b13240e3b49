import type { BodyPlan } from '../creature/body-plan.ts';
import { bonesOf, hanging, poseIn } from './skeleton.ts';
import { createReader } from './whole-numbers.ts';

/** Metres and radians in one step of what is written. */
const QUANTUM = 0.001;

/** Columns that are packed together, being alike: the root's place, angles, offsets. What goes evenly is foretold. */
const groups = (width: number) => {
  const all = Array.from({ length: width }, (_, k) => k);
  return [
    { columns: [0, 1], isForetold: true },
    { columns: all.filter((k) => k % 3 === 2), isForetold: true },
    { columns: all.filter((k) => k % 3 !== 2 && k > 1), isForetold: false },
  ];
};

/**
 * Poses from three runs of bytes: the root's place and every angle column by column, each number by how far it is from what the
 * two before it would lead to; of all other parts how far they are from where their hinge would have them. Throws an Error where
 * the bytes are not those of so many frames.
 */
export function unpackPoses(plan: BodyPlan, packed: readonly Uint8Array[], frameCount: number): Float64Array {
  const width = 3 * plan.parts.length;
  const poses = new Float64Array(width * frameCount);
  for (const [i, { columns, isForetold }] of groups(width).entries()) {
    const reader = createReader(packed[i] ?? new Uint8Array());
    for (const k of columns) {
      let [last, before] = [0, 0];
      for (let frame = 0; frame < frameCount; frame++) {
        const value = reader.next() + (isForetold ? 2 * last - before : 0);
        [before, last] = [last, value];
        poses[frame * width + k] = QUANTUM * value;
      }
    }
    if (!reader.isDone()) throw new Error('goes on after its last frame');
  }
  const bones = bonesOf(plan);
  for (let at = 0; at < poses.length; at += width) {
    for (const bone of bones) {
      const child = at + 3 * bone.part;
      const place = hanging(bone, poseIn(poses, bone.parent, at), poses[child + 2] as number);
      for (const k of [0, 1]) poses[child + k] = (poses[child + k] as number) + (place[k] as number);
    }
  }
  return poses;
}
