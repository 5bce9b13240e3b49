import { base64 } from '@scure/base';
import * as v from 'valibot';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { unpackPoses } from './changed-poses.ts';
import { inflate } from './deflate.ts';
import { bytes, finite, frameCount, frameTimestep, MAX_BYTES, recordingContext } from './recording-fields.ts';
import { createReader } from './whole-numbers.ts';

/** Steps between no effort and all there is. */
const EFFORTS = 20;

/** Ten minutes at 240 Hz. */
const MOST_FRAMES = 144_000;

/** A recording as replays up to version 2 had it: columns of changes, deflated. It is read and no longer written. */
export const changesSchema = v.strictObject({
  kind: v.literal('changes'),
  frameTimestep,
  frameCount: frameCount(MOST_FRAMES),
  terrain: v.strictObject({
    points: v.pipe(v.array(finite), v.minLength(4), v.maxLength(20_000)),
    ...recordingContext,
  }),
  /** The root's place, the angles, and how far the other parts are from their hinges. */
  poses: v.strictTuple([bytes, bytes, bytes]),
  actions: bytes,
  contacts: bytes,
});

const binary = (packed: string) => inflate(base64.decode(packed), MAX_BYTES);

/** Rows of whole numbers from bytes, column by column, each by its change. */
function unpackRows(packed: Uint8Array, width: number, count: number, put: (at: number, value: number) => void): void {
  const reader = createReader(packed);
  for (let k = 0; k < width; k++) {
    let value = 0;
    for (let frame = 0; frame < count; frame++) {
      value += reader.next();
      put(frame * width + k, value);
    }
  }
  if (!reader.isDone()) throw new Error('goes on after its last frame');
}

/** Throws an Error that says what in it does not hold what it should. */
export function recordingFromChanges(document: v.InferOutput<typeof changesSchema>, plan: BodyPlan): Recording {
  const { frameTimestep, frameCount, terrain } = document;
  const inside = <T>(place: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw new Error(`recording.${place} ${(error as Error).message}`);
    }
  };
  const actions = new Float32Array(frameCount * plan.joints.length);
  const contacts = new Uint8Array(frameCount * plan.parts.length);
  inside('actions', () =>
    unpackRows(binary(document.actions), plan.joints.length, frameCount, (at, value) => {
      actions[at] = value / EFFORTS;
    }),
  );
  inside('contacts', () =>
    unpackRows(binary(document.contacts), plan.parts.length, frameCount, (at, value) => {
      contacts[at] = value === 0 ? 0 : 1;
    }),
  );
  const poses = inside('poses', () => unpackPoses(plan, document.poses.map(binary), frameCount));
  return {
    plan,
    terrain: { ...terrain, points: Float64Array.from(terrain.points) } as Terrain,
    frameTimestep,
    frameCount,
    poses,
    actions,
    contacts,
  };
}
