import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import {
  type RecordingDocument,
  recordingFromDocument,
  recordingToDocument,
} from '../../src/format/recording-document.ts';
import { replayFromDocument } from '../../src/format/replay-document.ts';
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

const through = (recording: Recording, gravity = 10): Recording => {
  const document = JSON.parse(JSON.stringify(recordingToDocument(recording, gravity)));
  return recordingFromDocument(document, recording.plan);
};

function farthest(recording: Recording, from: Recording): number {
  return recording.poses.reduce((most, value, i) => Math.max(most, Math.abs(value - (from.poses[i] as number))), 0);
}

describe('a minute at 60 Hz of a body with eight parts that walks', () => {
  /** As trained for 60 generations, which is when the hopper does 3 m/s. */
  test.each([
    ['version-3.replay.json', 'caterpillar', 60],
    ['hopper.replay.json', 'hopper', 180],
  ])('%s takes 20 KB at most and is off by half a millimetre at most', (file, body, distance) => {
    const { experiment, genome, statistics } = replayIn(file);
    const long = { ...experiment, task: { ...experiment.task, duration: 60, stagnation: 60 } };
    const life = rollout(setupOf(parseExperiment(long)), { genome, statistics, seed: 5, record: true });
    const recording = life.recording!;
    expect(recording.plan.name).toBe(body);
    expect(recording.plan.parts).toHaveLength(8);
    expect(recording.frameCount).toBe(3600);
    expect(life.evaluation.metrics.distance).toBeGreaterThan(distance);
    const packed = encodeFile('replay', recordingToDocument(recording, 10));
    expect(packed.length).toBeLessThanOrEqual(20 * 1024);
    const { document } = decodeFile(packed, 'a.gait');
    const read = recordingFromDocument(document as RecordingDocument, recording.plan);
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
    actions: Float32Array.from({ length: count * plan.joints.length }, () => 2 * rng.next() - 1),
    contacts: Uint8Array.from({ length: count * plan.parts.length }, () => Number(rng.next() < 0.5)),
  };
}

test('whatever the frames, they come back within half a quantum, and the second time as they are', () => {
  const body = fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[]));
  const scale = fc.constantFrom(0, 0.01, 1, 30, 1e5);
  fc.assert(
    fc.property(body, fc.integer({ min: 1, max: 12 }), scale, fc.nat(1e6), (name, count, size, seed) => {
      const recording = anyFrames(name, count, size, seed);
      const read = through(recording);
      expect(farthest(read, recording)).toBeLessThanOrEqual(HALF + 1e-9 * (1 + size));
      expect(read.contacts).toEqual(recording.contacts);
      expect(through(read)).toEqual(read);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('a pose that is no number stays where it was foretold, and the rest is right', () => {
  const recording = anyFrames('biped', 5, 1, 3);
  recording.poses[20] = Number.NaN;
  recording.poses[40] = Number.POSITIVE_INFINITY;
  const read = through(recording);
  expect(read.poses.every(Number.isFinite)).toBe(true);
  for (const at of [0, 19, 21, 39, 41, 74])
    expect(Math.abs(read.poses[at]! - recording.poses[at]!)).toBeLessThan(HALF + 1e-9);
});

test('ground of two corners in one place is no ground to stumble over', () => {
  const recording = anyFrames('caterpillar', 4, 0.1, 1);
  recording.terrain.points.set([0, 0, 0, 0, 0.00001, 0], 20);
  expect(farthest(through(recording), recording)).toBeLessThanOrEqual(HALF + 1e-9);
});

describe('a file of an earlier time', () => {
  test.each(['version-2.replay.json', 'version-3.replay.json'])('%s shows the life that it proves', async (file) => {
    const replay = replayIn(file);
    const { verified, lives } = await verify(replay, inProcess, true);
    expect(verified).toBe(true);
    const [lived, read] = [lives[0]!.recording!, replay.recording!];
    expect(read.frameCount).toBe(lived.frameCount);
    expect(farthest(read, lived)).toBeLessThanOrEqual(HALF + 1e-9);
    expect(read.contacts).toEqual(lived.contacts);
  });
});

test('a recording keeps its body, whatever becomes of the one of that name', () => {
  const recording = anyFrames('hopper', 3, 1, 2);
  const document = JSON.parse(JSON.stringify(recordingToDocument(recording, 10)));
  expect(recordingFromDocument(document, bodies.biped).plan).toEqual(bodies.hopper);
});

describe('a recording is refused by name when', () => {
  const recording = anyFrames('biped', 30, 0.3, 9);
  const document = (): Extract<RecordingDocument, { kind: 'foretold' }> =>
    JSON.parse(JSON.stringify(recordingToDocument(recording, 10)));
  test.each<[string, (it: ReturnType<typeof document>) => unknown, RegExp]>([
    [
      'its body is a little heavier',
      (it) => Object.assign(it.body.parts[1]!, { density: 9 }),
      /is damaged or of another body|ends too early/,
    ],
    ['gravity is another', (it) => Object.assign(it, { gravity: 9.9 }), /is damaged or of another body|ends too early/],
    ['frames are missing', (it) => Object.assign(it, { frameCount: 29 }), /is damaged or of another body/],
    ['there are more than were written', (it) => Object.assign(it, { frameCount: 31 }), /ends too early/],
    ['it is cut short', (it) => Object.assign(it, { frames: it.frames.slice(0, 400) }), /ends too early/],
    ['it is no base64', (it) => Object.assign(it, { frames: 'ä' }), /^recording\.frames /],
  ])('%s', (_what, change, sentence) => {
    const changed = document();
    change(changed);
    expect(() => recordingFromDocument(changed, recording.plan)).toThrow(sentence);
    expect(() => recordingFromDocument(changed, recording.plan)).toThrow(/^recording\.frames /);
  });
});
