import { base64 } from '@scure/base';
import * as v from 'valibot';
import { type BodyPlan, bodyPlanSchema } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { changesSchema, recordingFromChanges } from './changes-document.ts';
import { codeFrames, emptyFrames } from './foretold/frames.ts';
import { codeGround } from './foretold/ground.ts';
import { createBitReader, createBitWriter } from './range-coder.ts';
import { bytes, finite, frameCount, frameTimestep, recordingContext } from './recording-fields.ts';

/** A terrain's corners at most. */
const MOST_CORNERS = 10_000;

/** The longest life, two minutes, at 240 Hz and a little more: each frame takes time to read. */
const MOST_FRAMES = 30_000;

/**
 * How a life looked: poses to half a millimetre and half a milliradian, told by how far they are from what a small solver foretells.
 * It shows; the recipe proves.
 */
const foretoldSchema = v.strictObject({
  kind: v.literal('foretold'),
  frameTimestep,
  frameCount: frameCount(MOST_FRAMES),
  gravity: finite,
  /** As it was then, whatever becomes of the body of that name. */
  body: bodyPlanSchema,
  terrain: v.strictObject({
    ...recordingContext,
    corners: v.pipe(finite, v.integer(), v.minValue(2), v.maxValue(MOST_CORNERS)),
  }),
  /** The ground's corners, then all frames. */
  frames: bytes,
});

/** Version 3 of a replay foretells; those before it told changes, which are read as they were. */
export const recordingSchema = v.variant('kind', [foretoldSchema, changesSchema]);

export type RecordingDocument = v.InferOutput<typeof recordingSchema>;

/** @param gravity under which it was lived, m/s². */
export function recordingToDocument(recording: Recording, gravity: number): v.InferInput<typeof foretoldSchema> {
  const { plan, terrain, frameTimestep, frameCount } = recording;
  const { points: corners, ...rest } = terrain;
  const points = corners.slice();
  const frames = {
    poses: recording.poses.slice(),
    actions: recording.actions.slice(),
    contacts: recording.contacts.slice(),
  };
  const bits = createBitWriter();
  codeGround(bits, points);
  codeFrames(bits, plan, { ...terrain, points }, { frameTimestep, gravity }, frames);
  return {
    kind: 'foretold',
    frameTimestep,
    frameCount,
    gravity,
    body: plan,
    terrain: { ...(rest as Omit<RecordingDocument['terrain'], 'points'>), corners: points.length / 2 },
    frames: base64.encode(bits.bytes()),
  };
}

function recordingFromForetold(document: v.InferOutput<typeof foretoldSchema>): Recording {
  const { frameTimestep, frameCount, gravity, body: plan, terrain: ground, frames: text } = document;
  const { corners, ...rest } = ground;
  const points = new Float64Array(2 * corners);
  const terrain = { ...rest, points } as Terrain;
  const frames = emptyFrames(plan, frameCount);
  try {
    const bits = createBitReader(base64.decode(text));
    codeGround(bits, points);
    codeFrames(bits, plan, terrain, { frameTimestep, gravity }, frames);
    if (!bits.isDone()) throw new Error('goes on after its last frame');
  } catch (error) {
    throw new Error(`recording.frames ${(error as Error).message}`);
  }
  return { plan, terrain, frameTimestep, frameCount, ...frames };
}

/** The recording of a body's life. Throws an Error that says what in it does not hold what it should. */
export const recordingFromDocument = (document: RecordingDocument, plan: BodyPlan): Recording =>
  document.kind === 'foretold' ? recordingFromForetold(document) : recordingFromChanges(document, plan);
