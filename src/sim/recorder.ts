import type { Recording } from './recording.ts';
import type { SimState } from './sim-state.ts';

/** Collects the pose after each physics step of one episode. */
export interface Recorder {
  record(state: SimState): void;
  /** The recording; undefined without a frame. */
  finish(): Recording | undefined;
}

/** @param frameTimestep seconds between two frames. */
export function createRecorder(frameTimestep: number): Recorder {
  const poses: number[] = [];
  const actions: number[] = [];
  const contacts: number[] = [];
  let frameCount = 0;
  let last: SimState | undefined;
  return {
    record(state) {
      last = state;
      frameCount++;
      const { physics } = state;
      for (let i = 0; i < physics.plan.parts.length; i++) {
        poses.push(physics.x(i), physics.y(i), physics.angle(i));
        contacts.push(physics.touches(i) ? 1 : 0);
      }
      for (let j = 0; j < state.action.length; j++) actions.push(physics.effort(j));
    },
    finish() {
      if (last === undefined) return undefined;
      const { physics, terrain } = last;
      return {
        plan: physics.plan,
        terrain,
        frameTimestep,
        frameCount,
        poses: Float64Array.from(poses),
        actions: Float32Array.from(actions),
        contacts: Uint8Array.from(contacts),
      };
    },
  };
}
