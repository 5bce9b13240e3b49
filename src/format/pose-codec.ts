import type { BodyPlan } from '../creature/body-plan.ts';
import { bonesOf, hanging } from './skeleton.ts';
import { createReader, createWriter } from './whole-numbers.ts';

/** Metres and radians in one step of what is written: no pose is off by more than half of it. */
export const QUANTUM = 0.001;

const rounded = (value: number) => Math.round(value / QUANTUM);

/**
 * Columns of whole numbers for poses (x, y, angle of each part, frame by frame): the root's place and every angle as they are,
 * of all other parts how far they are from where their hinge would have them, which is next to nothing.
 */
function columnsOf(plan: BodyPlan, poses: Float64Array, frameCount: number): Int32Array[] {
  const width = 3 * plan.parts.length;
  const columns = Array.from({ length: width }, () => new Int32Array(frameCount));
  const bones = bonesOf(plan);
  const at = (frame: number, k: number) => poses[frame * width + k] as number;
  for (let frame = 0; frame < frameCount; frame++) {
    const kept = new Float64Array(width);
    for (let i = 0; i < plan.parts.length; i++) kept[3 * i + 2] = QUANTUM * rounded(at(frame, 3 * i + 2));
    for (const k of [0, 1]) kept[k] = QUANTUM * rounded(at(frame, k));
    for (let i = 0; i < plan.parts.length; i++) columns[3 * i + 2]![frame] = rounded(at(frame, 3 * i + 2));
    for (const k of [0, 1]) columns[k]![frame] = rounded(at(frame, k));
    for (const bone of bones) {
      const place = hanging(bone, poseIn(kept, bone.parent), kept[3 * bone.part + 2] as number);
      for (const k of [0, 1]) {
        const column = 3 * bone.part + k;
        const off = rounded(at(frame, column) - (place[k] as number));
        columns[column]![frame] = off;
        kept[column] = (place[k] as number) + QUANTUM * off;
      }
    }
  }
  return columns;
}

const poseIn = (poses: Float64Array, i: number, at = 0) =>
  [poses[at + 3 * i], poses[at + 3 * i + 1], poses[at + 3 * i + 2]] as [number, number, number];

/** Columns that are packed together, being alike: the root's place, angles, offsets. What goes evenly is foretold. */
const groups = (width: number) => {
  const all = Array.from({ length: width }, (_, k) => k);
  return [
    { columns: [0, 1], isForetold: true },
    { columns: all.filter((k) => k % 3 === 2), isForetold: true },
    { columns: all.filter((k) => k % 3 !== 2 && k > 1), isForetold: false },
  ];
};

/** Poses as three runs of bytes, column by column, each number by how far it is from what the two before it would lead to. */
export function packPoses(plan: BodyPlan, poses: Float64Array, frameCount: number): Uint8Array[] {
  const columns = columnsOf(plan, poses, frameCount);
  return groups(columns.length).map(({ columns: own, isForetold }) => {
    const writer = createWriter();
    for (const k of own) {
      let [last, before] = [0, 0];
      for (const value of columns[k] as Int32Array) {
        writer.add(isForetold ? value - 2 * last + before : value);
        [before, last] = [last, value];
      }
    }
    return writer.bytes();
  });
}

/** Throws an Error where the bytes are not those of so many frames. */
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
