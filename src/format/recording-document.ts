import { base64 } from '@scure/base';
import * as v from 'valibot';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { deflated, inflated } from './deflate.ts';
import { packPoses, unpackPoses } from './pose-codec.ts';
import { createReader, createWriter } from './whole-numbers.ts';

/** Ten minutes at 240 Hz; and no body of 32 parts comes near so many bytes in that time. */
const MOST_FRAMES = 144_000;
const MOST_BYTES = 8_000_000;

/** Steps between no effort and all there is: for the eye. */
const EFFORTS = 20;

const finite = v.pipe(v.number(), v.finite());
const bytes = v.pipe(v.string(), v.maxLength(MOST_BYTES));
const pair = v.strictTuple([finite, finite]);

const terrainSchema = v.strictObject({
  points: v.pipe(v.array(finite), v.minLength(4), v.maxLength(20_000)),
  blocks: v.pipe(v.array(v.strictObject({ x: finite, y: finite, width: finite, height: finite })), v.maxLength(1000)),
  rocks: v.optional(v.pipe(v.array(v.pipe(v.array(pair), v.minLength(3), v.maxLength(8))), v.maxLength(1000))),
  pieces: v.optional(v.boolean()),
  start: v.optional(pair),
  friction: finite,
  end: finite,
});

/** How a life looked: poses to half a millimetre and half a milliradian, deflated. It shows; the recipe proves. */
export const recordingSchema = v.strictObject({
  frameTimestep: v.pipe(finite, v.minValue(0.0005), v.maxValue(1)),
  frameCount: v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(MOST_FRAMES)),
  terrain: terrainSchema,
  /** The root's place, the angles, and how far the other parts are from their hinges. */
  poses: v.strictTuple([bytes, bytes, bytes]),
  actions: bytes,
  contacts: bytes,
});

export type RecordingDocument = v.InferOutput<typeof recordingSchema>;

const text = (packed: Uint8Array) => base64.encode(deflated(packed));
const binary = (packed: string) => inflated(base64.decode(packed), MOST_BYTES);

/** To a tenth of a millimetre, which is more than the eye needs and far less text. */
const trimmed = (values: ArrayLike<number>) => Array.from(values, (value) => Math.round(value * 1e4) / 1e4);

/** Rows of whole numbers as bytes, column by column, each by its change. */
function packRows(rows: ArrayLike<number>, width: number, scale: number): Uint8Array {
  const writer = createWriter();
  for (let k = 0; k < width; k++) {
    let last = 0;
    for (let at = k; at < rows.length; at += width) {
      const value = Math.round(scale * (rows[at] as number));
      writer.add(value - last);
      last = value;
    }
  }
  return writer.bytes();
}

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

export function recordingToDocument(recording: Recording): RecordingDocument {
  const { plan, terrain, frameTimestep, frameCount, poses, actions, contacts } = recording;
  const [root, angles, offsets] = packPoses(plan, poses, frameCount).map(text) as [string, string, string];
  return {
    frameTimestep,
    frameCount,
    terrain: { ...terrain, points: trimmed(terrain.points) } as RecordingDocument['terrain'],
    poses: [root, angles, offsets],
    actions: text(packRows(actions, plan.joints.length, EFFORTS)),
    contacts: text(packRows(contacts, plan.parts.length, 1)),
  };
}

/** The recording of a body's life. Throws an Error that says what in it does not hold what it should. */
export function recordingFromDocument(document: RecordingDocument, plan: BodyPlan): Recording {
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
