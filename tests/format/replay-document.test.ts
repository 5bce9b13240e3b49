import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { puppet } from '../creature/puppet.ts';
import { small, take } from '../run/small.ts';

const [zero, one] = await take(2, small({ body: puppet }), inProcess, {
  amend: () => ({ 'task.difficulty': 0.5 }),
});
const replay = replayOf(one!.state.experiment, one!.champion!);
type Document = Record<string, unknown> & { tests: Record<string, unknown>[]; statistics: Record<string, unknown> };
const written = (): Document => JSON.parse(JSON.stringify(replayToDocument(replay)));

test('a replay is restored from JSON, and verified', async () => {
  const read = replayFromDocument(written(), 'a.json');
  expect(read).toEqual(replay);
  expect(await verify(read, inProcess)).toMatchObject({ verified: true });
  expect(replayToDocument(read)).toEqual(replayToDocument(replay));
});

test('of version 1 is read, without a trace', async () => {
  const file = 'tests/fixtures/replays/version-1.replay.json';
  const read = replayFromDocument(JSON.parse(readFileSync(file, 'utf8')), file);
  expect(read.tests.map(({ trace }) => trace)).toEqual(read.tests.map(() => ''));
  expect(await verify(read, inProcess)).toMatchObject({ verified: true });
  expect(replayToDocument(read).version).toBe(4);
});

test('of version 2 is read without its recording', async () => {
  const file = 'tests/fixtures/replays/version-2.replay.json';
  const document = JSON.parse(readFileSync(file, 'utf8'));
  expect(document.recording).toBeDefined();
  const read = replayFromDocument(document, file);
  expect(read.recording).toBeUndefined();
  expect(await verify(read, inProcess)).toMatchObject({ verified: true });
});

test('of version 3 is read without its recording', () => {
  const recording = { kind: 'foretold', frameTimestep: 0.1, frameCount: 1, frames: 'AAAA' };
  expect(replayFromDocument({ ...written(), version: 3, recording }, 'a.json')).toEqual(replay);
});

test('keeps its recording to half a millimetre and half a milliradian', async () => {
  const { episodes: lives } = await verify(replay, inProcess, true);
  const { recording } = lives[0]!;
  const document = JSON.parse(JSON.stringify(replayToDocument({ ...replay, recording })));
  const read = replayFromDocument(document, 'a.json').recording!;
  expect(read.frameCount).toBe(recording!.frameCount);
  const off = read.poses.map((value, i) => Math.abs(value - recording!.poses[i]!));
  expect(Math.max(...off)).toBeLessThanOrEqual(0.0005 + 1e-12);
  expect(read.contacts).toEqual(recording!.contacts);
});

test('keeps the trace that names the first different second', async () => {
  const { trace } = replay.tests[0]!;
  expect(trace).toMatch(/^([0-9a-f]{8})+$/);
  const changed = `${trace.slice(0, 8)}00000000${trace.slice(16)}`;
  const [first, ...others] = replay.tests;
  const wrong = { ...replay, tests: [{ ...first!, trace: changed, hash: '0000000000000000' }, ...others] };
  expect(await verify(wrong, inProcess)).toMatchObject({ verified: false, differsAt: { test: 0, second: 2 } });
});

test('without statistics is verified too: of the first generation', () => {
  const first = replayOf(zero!.state.experiment, zero!.champion!);
  expect(first.statistics).toBeNull();
  expect(replayFromDocument(JSON.parse(JSON.stringify(replayToDocument(first))), 'a.json')).toEqual(first);
});

describe('a document is refused with its source and the path of the fault when', () => {
  test.each<[string, (document: Document) => void, RegExp]>([
    [
      'it is of something else',
      (it) => Object.assign(it, { format: 'gaitlab-run' }),
      /^a\.json: format is "gaitlab-run", must be "gaitlab-replay"$/,
    ],
    ['it is of another version', (it) => Object.assign(it, { version: 5 }), /^a\.json: version is 5, must be 4$/],
    ['something is missing', (it) => void delete it.genome, /^a\.json: genome is missing$/],
    ['something is unknown', (it) => Object.assign(it, { extra: 1 }), /^a\.json: extra is not a known setting$/],
    [
      'the genome is no base64',
      (it) => Object.assign(it, { genome: '***' }),
      /^a\.json: genome is "\*\*\*", must be finite numbers of 4 bytes/,
    ],
    [
      'a statistic is no number',
      (it) => Object.assign(it.statistics, { mean: 'AAAAAAAA+H8=' }),
      /^a\.json: statistics\.mean is .* must be finite numbers of 8 bytes/,
    ],
    [
      'there are more tests than any run makes',
      (it) => Object.assign(it, { tests: new Array(65).fill(it.tests[0]) }),
      /^a\.json: tests is .* must have 64 entries or fewer$/,
    ],
    [
      'there are no tests',
      (it) => Object.assign(it, { tests: [] }),
      /^a\.json: tests is \[\], must have 1 entry or more$/,
    ],
    [
      'a hash is none',
      (it) => Object.assign(it.tests[0]!, { hash: 'xyz' }),
      /^a\.json: tests\[0\]\.hash is "xyz", must be 16 hexadecimal digits$/,
    ],
    [
      'a seed is none',
      (it) => Object.assign(it.tests[1]!, { seed: -1 }),
      /^a\.json: tests\[1\]\.seed is -1, must be 0 or more$/,
    ],
    [
      'its fitness is none',
      (it) => Object.assign(it, { fitness: null }),
      /^a\.json: fitness is null, must be a number$/,
    ],
    [
      'its experiment is wrong',
      (it) => Object.assign(it.experiment as { seed: number }, { seed: -5 }),
      /^a\.json: experiment\.seed is -5, must be 0 or more$/,
    ],
    [
      'there is far too much',
      (it) => Object.assign(it, { genome: 'A'.repeat(6_000_000) }),
      /^a\.json: genome is "A+…, must have 533336 letters or fewer$/,
    ],
    [
      'the genome is not of its brain’s length',
      (it) => Object.assign(it, { genome: 'AACAPw==' }),
      /^a\.json: genome has 1 numbers, this brain takes 22$/,
    ],
    [
      'the statistics are not of what it feels',
      (it) => Object.assign(it.statistics, { mean: 'AAAAAAAA8D8=' }),
      /^a\.json: statistics must have 10 numbers each, one per sensor of the body$/,
    ],
    [
      'an amendment changes what cannot be',
      (it) =>
        Object.assign(it.experiment as object, { amendments: [{ generation: 0, changes: { 'brain.name': 'cpg' } }] }),
      /^a\.json: experiment\.amendments\[0\]\.changes: brain\.name cannot change during a run$/,
    ],
  ])('%s', (_what, change, sentence) => {
    const document = written();
    change(document);
    expect(() => replayFromDocument(document, 'a.json')).toThrow(sentence);
  });

  test.each([null, [], 7, 'text'])('it is not a document: %o', (value) => {
    expect(() => replayFromDocument(value, 'a.json')).toThrow(/^a\.json: it is .*, must be an object/);
  });
});
