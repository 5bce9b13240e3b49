import type { BodyPlan } from '../creature/body-plan.ts';
import { quantise } from './column-codec.ts';
import { createSkeleton } from './skeleton.ts';

/** Size of a step, metres and radians; rounding errors are at most half a step. */
const STEP = 0.001;

/** Maximum absolute position or angle, in steps. */
export const MAX_POSE_STEPS = 1e12;

/** Poses rounded to steps, frame by frame. */
export interface PoseSteps {
  /** x and y of part 0. */
  root: Float64Array;
  /** Angle of each part. */
  angles: Float64Array;
  /** x and y of each other part, relative to the position that its hinge implies; close to 0. */
  offsets: Float64Array;
}

const toSteps = (value: number, otherwise: number) => quantise(value, STEP, MAX_POSE_STEPS, otherwise);

/**
 * Rounds poses to steps. A value that is not finite is replaced by the previous frame's, or by the position that the hinge
 * implies.
 * @param poses x, y, angle of each part, frame by frame: metres and radians.
 */
export function posesToSteps(plan: BodyPlan, poses: Float64Array): PoseSteps {
  const parts = plan.parts.length;
  const frames = poses.length / (3 * parts);
  const root = new Float64Array(2 * frames);
  const angles = new Float64Array(parts * frames);
  const offsets = new Float64Array(2 * (parts - 1) * frames);
  const skeleton = createSkeleton(plan);
  // Positions and angles as the decoder will compute them, so that offsets correct the rounding of the parent's position.
  const positions = new Float64Array(2 * parts);
  const rounded = new Float64Array(parts);
  for (let frame = 0; frame < frames; frame++) {
    const from = 3 * parts * frame;
    for (let part = 0; part < parts; part++) {
      const at = parts * frame + part;
      angles[at] = toSteps(poses[from + 3 * part + 2]!, angles[at - parts] ?? 0);
      rounded[part] = STEP * angles[at]!;
    }
    for (let k = 0; k < 2; k++) {
      const at = 2 * frame + k;
      root[at] = toSteps(poses[from + k]!, root[at - 2] ?? 0);
      positions[k] = STEP * root[at]!;
    }
    const shifts = skeleton.shifts(rounded);
    for (const { part, parent } of skeleton.bones) {
      const offset = 2 * ((parts - 1) * frame + part - 1);
      for (let k = 0; k < 2; k++) {
        const implied = positions[2 * parent + k]! + shifts[2 * part + k]!;
        const steps = toSteps(poses[from + 3 * part + k]! - implied, 0);
        offsets[offset + k] = steps;
        positions[2 * part + k] = implied + STEP * steps;
      }
    }
  }
  return { root, angles, offsets };
}

/** The inverse of `posesToSteps`: x, y, angle of each part, frame by frame, in metres and radians. */
export function posesFromSteps(plan: BodyPlan, { root, angles, offsets }: PoseSteps): Float64Array {
  const parts = plan.parts.length;
  const frames = root.length / 2;
  const poses = new Float64Array(3 * parts * frames);
  const skeleton = createSkeleton(plan);
  const rounded = new Float64Array(parts);
  for (let frame = 0; frame < frames; frame++) {
    const from = 3 * parts * frame;
    for (let part = 0; part < parts; part++) {
      rounded[part] = STEP * angles[parts * frame + part]!;
      poses[from + 3 * part + 2] = rounded[part]!;
    }
    poses[from] = STEP * root[2 * frame]!;
    poses[from + 1] = STEP * root[2 * frame + 1]!;
    const shifts = skeleton.shifts(rounded);
    for (const { part, parent } of skeleton.bones) {
      const offset = 2 * ((parts - 1) * frame + part - 1);
      for (let k = 0; k < 2; k++) {
        const implied = poses[from + 3 * parent + k]! + shifts[2 * part + k]!;
        poses[from + 3 * part + k] = implied + STEP * offsets[offset + k]!;
      }
    }
  }
  return poses;
}
