import type { BodyPlan } from '../creature/body-plan.ts';
import { quantised } from './column-codec.ts';
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

const toSteps = (value: number, otherwise: number) => quantised(value, STEP, MAX_POSE_STEPS, otherwise);

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
  const turned = new Float64Array(parts);
  for (let frame = 0; frame < frames; frame++) {
    const from = 3 * parts * frame;
    for (let part = 0; part < parts; part++) {
      const at = parts * frame + part;
      angles[at] = toSteps(poses[from + 3 * part + 2] as number, angles[at - parts] ?? 0);
      turned[part] = STEP * (angles[at] as number);
    }
    for (let k = 0; k < 2; k++) {
      const at = 2 * frame + k;
      root[at] = toSteps(poses[from + k] as number, root[at - 2] ?? 0);
      positions[k] = STEP * (root[at] as number);
    }
    const shifts = skeleton.shifts(turned);
    for (const { part, parent } of skeleton.bones) {
      const offset = 2 * ((parts - 1) * frame + part - 1);
      for (let k = 0; k < 2; k++) {
        const held = (positions[2 * parent + k] as number) + (shifts[2 * part + k] as number);
        const steps = toSteps((poses[from + 3 * part + k] as number) - held, 0);
        offsets[offset + k] = steps;
        positions[2 * part + k] = held + STEP * steps;
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
  const turned = new Float64Array(parts);
  for (let frame = 0; frame < frames; frame++) {
    const from = 3 * parts * frame;
    for (let part = 0; part < parts; part++) {
      turned[part] = STEP * (angles[parts * frame + part] as number);
      poses[from + 3 * part + 2] = turned[part] as number;
    }
    poses[from] = STEP * (root[2 * frame] as number);
    poses[from + 1] = STEP * (root[2 * frame + 1] as number);
    const shifts = skeleton.shifts(turned);
    for (const { part, parent } of skeleton.bones) {
      const offset = 2 * ((parts - 1) * frame + part - 1);
      for (let k = 0; k < 2; k++) {
        const held = (poses[from + 3 * parent + k] as number) + (shifts[2 * part + k] as number);
        poses[from + 3 * part + k] = held + STEP * (offsets[offset + k] as number);
      }
    }
  }
  return poses;
}
