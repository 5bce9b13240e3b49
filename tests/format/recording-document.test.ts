/** @module-tag slow */

import { readFileSync } from 'node:fs';
import { base64 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { actuatorCount } from '../../src/creature/muscle.ts';
import { checksum } from '../../src/format/checksum.ts';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import { deflate } from '../../src/format/deflate.ts';
import { recordingFromDocument, recordingToDocument } from '../../src/format/recording-document.ts';
import type { RecordingDocument } from '../../src/format/recording-schema.ts';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { stream } from '../../src/math/rng.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { verify } from '../../src/run/replay.ts';
import { setupOf } from '../../src/run/setup.ts';
import type { Recording } from '../../src/sim/recording.ts';
import { rollout } from '../../src/sim/rollout.ts';

const HALF = 0.0005;
const folder = 'tests/fixtures/replays';
const replayIn = (file: string) => replayFromDocument(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), file);

const through = (recording: Recording): Recording =>
  recordingFromDocument(JSON.parse(JSON.stringify(recordingToDocument(recording))));

function farthest(recording: Recording, from: Recording): number {
  return recording.poses.reduce((most, value, i) => Math.max(most, Math.abs(value - (from.poses[i] as number))), 0);
}

describe('a minute at 60 Hz of a body with eight to ten parts that walks', () => {
  /** As trained for 60 to 73 generations, with the KB of the whole replay: genome, statistics and the rest. */
  test.each([
    ['version-4.replay.json', 'caterpillar', 8, 60, 60],
    ['hopper.replay.json', 'hopper', 8, 180, 60],
    ['strider.replay.json', 'strider', 10, 60, 64],
    ['ostrich.replay.json', 'ostrich', 10, 60, 64],
  ])('%s takes at most 60 KB with errors of at most half a millimetre', (file, body, parts, distance, whole) => {
    const replay = replayIn(file);
    const { experiment, genome, statistics } = replay;
    const long = { ...experiment, task: { ...experiment.task, duration: 60, stagnation: 60 } };
    const life = rollout(setupOf(parseExperiment(long)), { genome, statistics, seed: 5, record: true });
    const recording = life.recording!;
    expect(recording.plan.name).toBe(body);
    expect(recording.plan.parts).toHaveLength(parts);
    expect(recording.frameCount).toBe(3600);
    expect(life.evaluation.metrics.distance).toBeGreaterThan(distance);
    const packed = encodeFile('replay', replayToDocument({ ...replay, recording }));
    expect(packed.length).toBeLessThanOrEqual(whole * 1024);
    expect(encodeFile('replay', recordingToDocument(recording)).length).toBeLessThanOrEqual(60 * 1024);
    const read = replayFromDocument(decodeFile(packed, 'a.gait').document, 'a.gait').recording!;
    expect(farthest(read, recording)).toBeLessThanOrEqual(HALF + 1e-9);
    expect(read.contacts).toEqual(recording.contacts);
    const efforts = read.actions.map((action, i) => Math.abs(action - (recording.actions[i] as number)));
    expect(Math.max(...efforts)).toBeLessThanOrEqual(0.025 + 1e-6);
  });
});

/** Frames of anything: calm, wild, or thrown about. */
function anyFrames(body: keyof typeof bodies, count: number, scale: number, seed: number): Recording {
  const plan = bodies[body];
  const rng = stream(seed, 'frames');
  const any = () => scale * rng.normal();
  return {
    plan,
    terrain: {
      points: Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? (i - 20) / 2 : rng.next())),
      blocks: [],
      friction: 1,
      end: 9,
    },
    frameTimestep: 1 / 60,
    frameCount: count,
    poses: Float64Array.from({ length: count * plan.parts.length * 3 }, any),
    actions: Float32Array.from({ length: count * actuatorCount(plan) }, () => 2 * rng.next() - 1),
    contacts: Uint8Array.from({ length: count * plan.parts.length }, () => Number(rng.next() < 0.5)),
  };
}

/** The same with actions that change only in every `hold`-th frame. */
function held(recording: Recording, hold: number): Recording {
  const joints = actuatorCount(recording.plan);
  const actions = recording.actions.map((_, at) => {
    const frame = Math.floor(at / joints);
    return recording.actions[joints * (frame - (frame % hold)) + (at % joints)] as number;
  });
  return { ...recording, actions };
}

test('any frames are read within half a step, and unchanged the second time', () => {
  const body = fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[]));
  const scale = fc.constantFrom(0, 0.01, 1, 30, 1e5);
  const [count, hold] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })];
  fc.assert(
    fc.property(body, count, hold, scale, fc.nat(1e6), (name, frames, every, size, seed) => {
      const recording = held(anyFrames(name, frames, size, seed), every);
      const read = through(recording);
      expect(farthest(read, recording)).toBeLessThanOrEqual(HALF + 1e-9 * (1 + size));
      expect(read.contacts).toEqual(recording.contacts);
      read.actions.forEach((action, at) => {
        expect(Math.abs(action - (recording.actions[at] as number))).toBeLessThanOrEqual(0.025 + 1e-6);
      });
      read.terrain.points.forEach((value, at) => {
        expect(Math.abs(value - (recording.terrain.points[at] as number))).toBeLessThanOrEqual(0.00005 + 1e-9);
      });
      expect(through(read)).toEqual(read);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('actions that stay the same for some frames are written once', () => {
  const recording = anyFrames('hopper', 60, 0.1, 4);
  const letters = (hold: number) => recordingToDocument(held(recording, hold)).columns.actions.length;
  expect(letters(3)).toBeLessThan(0.5 * letters(1));
  expect(recordingToDocument(held(recording, 3)).actionFrames).toBe(3);
  expect(recordingToDocument(held(recording, 60)).actionFrames).toBe(60);
});

test('a value that is not finite is replaced, the others are kept', () => {
  const recording = anyFrames('biped', 5, 1, 3);
  // The y of a part, the angle of one, the x of the root; of a frame that is not the first.
  const wrong = [22, 35, 45];
  for (const at of wrong) recording.poses[at] = at === 22 ? Number.NaN : Number.POSITIVE_INFINITY;
  recording.actions[7] = Number.NaN;
  const read = through(recording);
  expect(read.poses.every(Number.isFinite)).toBe(true);
  expect(read.actions.every(Number.isFinite)).toBe(true);
  // Angles and the root's position are those of the frame before.
  for (const at of [35, 45]) expect(read.poses[at]).toBe(read.poses[at - 15]);
  read.poses.forEach((value, at) => {
    if (!wrong.includes(at)) expect(Math.abs(value - recording.poses[at]!)).toBeLessThan(HALF + 1e-9);
  });
});

test('huge values are clamped to a million kilometres', () => {
  const recording = anyFrames('biped', 4, 1, 3);
  recording.poses.set([1e300, -1e300, 1e300], 15);
  recording.poses[35] = -1e12;
  const read = through(recording);
  expect([...read.poses.subarray(15, 18)]).toEqual([1e9, -1e9, 1e9]);
  expect(read.poses[35]).toBe(-1e9);
});

describe('a file in the repository', () => {
  test.each(['version-4.replay.json', 'hopper.replay.json'])('%s shows the episode that it verifies', async (file) => {
    const replay = replayIn(file);
    const { verified, episodes: lives } = await verify(replay, inProcess, true);
    expect(verified).toBe(true);
    const [simulated, read] = [lives[0]!.recording!, replay.recording!];
    expect(read.frameCount).toBe(simulated.frameCount);
    expect(farthest(read, simulated)).toBeLessThanOrEqual(HALF + 1e-9);
    expect(read.contacts).toEqual(simulated.contacts);
  });
});

test('a recording keeps its body, even if the body of that name changes', () => {
  const recording = anyFrames('hopper', 3, 1, 2);
  const plan = structuredClone(bodies.hopper);
  plan.parts[0]!.density = 2;
  expect(through({ ...recording, plan }).plan).toEqual(plan);
});

describe('a recording is refused by name when', () => {
  const recording = anyFrames('biped', 30, 0.3, 9);
  const document = (): RecordingDocument => JSON.parse(JSON.stringify(recordingToDocument(recording)));
  /** With one column replaced, and the checksum that goes with it. */
  function put(it: RecordingDocument, name: keyof RecordingDocument['columns'], text: string): void {
    it.columns[name] = text;
    it.checksum = checksum(new TextEncoder().encode(Object.values(it.columns).join('')));
  }
  const numbers = (...bytes: number[]) => base64.encode(deflate(Uint8Array.from(bytes)));
  test.each<[string, (it: RecordingDocument) => unknown, RegExp]>([
    [
      'a frame is missing',
      (it) => Object.assign(it, { frameCount: 29 }),
      /^columns\.root has extra data after its last number$/,
    ],
    [
      'there are more than were written',
      (it) => Object.assign(it, { frameCount: 31 }),
      /^columns\.root ends too early$/,
    ],
    [
      'actions last longer',
      (it) => Object.assign(it, { actionFrames: 2 }),
      /^columns\.actions (has extra data after|has a number out of range)/,
    ],
    [
      'its body has more parts',
      (it) => Object.assign(it, { body: bodies.strider }),
      /^columns\.angles ends too early$/,
    ],
    [
      'a corner is missing',
      (it) => Object.assign(it.terrain, { corners: 19 }),
      /^columns\.ground has extra data after/,
    ],
    [
      'it is cut short',
      (it) => Object.assign(it.columns, { angles: it.columns.angles.slice(0, 80) }),
      /^checksum does not match/,
    ],
    ['a column is moved', (it) => Object.assign(it.columns, { root: it.columns.ground }), /^checksum does not match/],
    ['it is no base64', (it) => put(it, 'offsets', 'ä'), /^columns\.offsets is not base64$/],
    ['it is not deflated', (it) => put(it, 'offsets', '////'), /^columns\.offsets is damaged: it cannot be unpacked$/],
    [
      'a number is out of range',
      (it) => put(it, 'contacts', numbers(4, ...new Array(149).fill(0))),
      /^columns\.contacts has a number out of range$/,
    ],
    [
      'a number has no end',
      (it) => put(it, 'contacts', numbers(...new Array(150).fill(128))),
      /^columns\.contacts has a number that is too large$/,
    ],
    [
      'the last number is cut',
      (it) => put(it, 'contacts', numbers(...new Array(149).fill(0), 128)),
      /^columns\.contacts ends too early$/,
    ],
    [
      'it unpacks to far too much',
      (it) => put(it, 'contacts', numbers(...new Array(99_999).fill(0))),
      /^columns\.contacts has more than 1200 bytes when unpacked$/,
    ],
  ])('%s', (_what, change, sentence) => {
    const changed = document();
    change(changed);
    let message = '';
    try {
      recordingFromDocument(changed);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.replace(/^recording\./, '')).toMatch(sentence);
    expect(message).toMatch(/^recording\./);
  });

  test('any character of any column is changed', () => {
    const whole = document();
    const names = Object.keys(whole.columns) as (keyof RecordingDocument['columns'])[];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(1e6), fc.constantFrom(...'AQgwz/'), (name, place, letter) => {
        const text = whole.columns[name];
        const at = place % text.length;
        fc.pre(text[at] !== letter);
        const columns = { ...whole.columns, [name]: text.slice(0, at) + letter + text.slice(at + 1) };
        expect(() => recordingFromDocument({ ...whole, columns })).toThrow(
          'recording.checksum does not match its columns',
        );
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
