import { base64, utf8 } from '@scure/base';
import type * as v from 'valibot';
import { actuatorCount } from '../creature/muscle.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { checksum } from './checksum.ts';
import { decodeTable, encodeTable, quantise, type Table } from './column-codec.ts';
import { MAX_POSE_STEPS, posesFromSteps, posesToSteps } from './pose-codec.ts';
import type { RecordingDocument, recordingSchema } from './recording-schema.ts';

/** Size of a step of the ground's points, metres. */
const GROUND_STEP = 0.0001;

/** Number of steps from action 0 to action 1. */
const ACTION_STEPS = 20;

type ColumnName = keyof RecordingDocument['columns'];
const COLUMN_NAMES: readonly ColumnName[] = ['ground', 'root', 'angles', 'offsets', 'actions', 'contacts'];

type Shape = Pick<RecordingDocument, 'body' | 'frameCount' | 'actionFrames'> & { corners: number };

/** The table shape of each column. */
function tablesOf({ body, frameCount: rows, actionFrames, corners }: Shape): Record<ColumnName, Table> {
  const parts = body.parts.length;
  const joints = actuatorCount(body);
  const limit = MAX_POSE_STEPS;
  return {
    ground: { rows: corners, width: 2, order: 2, limit },
    root: { rows, width: 2, order: 2, limit },
    angles: { rows, width: parts, order: 2, limit },
    offsets: { rows, width: 2 * (parts - 1), order: 0, limit },
    actions: { rows: Math.ceil(rows / actionFrames), width: joints, order: 1, limit: ACTION_STEPS },
    contacts: { rows, width: parts, order: 1, limit: 1 },
  };
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Number of frames between action changes: the greatest common divisor of the frames where an action changes. */
function actionFramesOf({ actions, plan, frameCount }: Recording): number {
  const joints = actuatorCount(plan);
  let frames = 0;
  for (let at = joints; at < actions.length; at++) {
    if (actions[at] !== actions[at - joints]) frames = commonDivisor(Math.floor(at / joints), frames);
  }
  return frames || frameCount;
}

/** The actions of every `actionFrames`-th frame, rounded to steps. */
function actionSteps({ actions, plan, frameCount }: Recording, actionFrames: number): number[] {
  const joints = actuatorCount(plan);
  const steps: number[] = [];
  for (let frame = 0; frame < frameCount; frame += actionFrames) {
    for (const action of actions.subarray(joints * frame, joints * (frame + 1))) {
      steps.push(quantise(action, 1 / ACTION_STEPS, ACTION_STEPS));
    }
  }
  return steps;
}

/** An object with one value per column, in column order. */
const byColumn = <T>(make: (name: ColumnName) => T) =>
  Object.fromEntries(COLUMN_NAMES.map((name) => [name, make(name)])) as Record<ColumnName, T>;

const checksumOf = (columns: RecordingDocument['columns']) =>
  checksum(utf8.decode(COLUMN_NAMES.map((name) => columns[name]).join('')));

/** Encodes a recording as a JSON document; poses are rounded to 1 mm and 1 mrad. */
export function recordingToDocument(recording: Recording): v.InferInput<typeof recordingSchema> {
  const { plan: body, terrain, frameTimestep, frameCount, contacts } = recording;
  const { points, ...features } = terrain as Terrain & RecordingDocument['terrain'];
  const corners = points.length / 2;
  const actionFrames = actionFramesOf(recording);
  const tables = tablesOf({ body, frameCount, actionFrames, corners });
  const values: Record<ColumnName, ArrayLike<number>> = {
    ...posesToSteps(body, recording.poses),
    ground: points.map((value) => quantise(value, GROUND_STEP, MAX_POSE_STEPS)),
    actions: actionSteps(recording, actionFrames),
    contacts,
  };
  const columns = byColumn((name) => base64.encode(encodeTable(tables[name], values[name])));
  const ground = { ...features, corners };
  const checksum = checksumOf(columns);
  return { frameTimestep, frameCount, body, terrain: ground, actionFrames, columns, checksum };
}

function decodeBase64(text: string): Uint8Array {
  try {
    return base64.decode(text);
  } catch {
    throw new Error('is not base64');
  }
}

/** Decodes a recording. Throws an Error that names the invalid column. */
export function recordingFromDocument(document: RecordingDocument): Recording {
  const { frameTimestep, frameCount, actionFrames, body: plan, columns } = document;
  const { corners, ...features } = document.terrain;
  if (checksumOf(columns) !== document.checksum) throw new Error('recording.checksum does not match its columns');
  const tables = tablesOf({ body: plan, frameCount, actionFrames, corners });
  const values = byColumn((name) => {
    try {
      return decodeTable(tables[name], decodeBase64(columns[name]));
    } catch (error) {
      throw new Error(`recording.columns.${name} ${(error as Error).message}`);
    }
  });
  const joints = actuatorCount(plan);
  const actions = new Float32Array(joints * frameCount);
  const changes = values.actions.map((steps) => steps / ACTION_STEPS);
  for (let frame = 0; frame < frameCount; frame++) {
    const from = joints * Math.floor(frame / actionFrames);
    actions.set(changes.subarray(from, from + joints), joints * frame);
  }
  return {
    plan,
    terrain: { ...features, points: values.ground.map((steps) => GROUND_STEP * steps) } as Terrain,
    frameTimestep,
    frameCount,
    poses: posesFromSteps(plan, values),
    actions,
    contacts: new Uint8Array(values.contacts.map(Math.abs)),
  };
}
