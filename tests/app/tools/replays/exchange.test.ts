import { describe, expect, it } from 'vitest';
import { isEntry } from '../../../../src/app/storage/replay-entry.ts';
import { challengeOf, noteDistance } from '../../../../src/app/tools/replays/challenge.ts';
import { entryOf } from '../../../../src/app/tools/replays/entry.ts';
import { fileName, fileOf, itemsFromText, linkOf, pieceIn } from '../../../../src/app/tools/replays/exchange.ts';
import { midStride } from '../../../../src/app/tools/replays/thumbnail.ts';
import { verdictWords } from '../../../../src/app/tools/replays/verdict-words.ts';
import { bundleOf, bundleToDocument } from '../../../../src/format/bundle-document.ts';
import { bundlesFromFile } from '../../../../src/format/library-document.ts';
import { inProcess } from '../../../../src/run/evaluator.ts';
import { forkOf } from '../../../../src/run/fork.ts';
import { replayOf, verify } from '../../../../src/run/replay.ts';
import { small, take } from '../../../run/small.ts';

const generations = await take(2, small(), inProcess, { record: true });
const { state, champion } = generations[1]!;
const replay = replayOf(state.experiment, champion!);
const piece = bundleOf(replay);
const verdict = await verify(replay, inProcess, true);
const PAGE = 'https://example.org/lab/?renderer=canvas#body=biped';

describe('a link', () => {
  it('is to this page, and read from whatever text it stands in', async () => {
    const link = linkOf(piece, PAGE, 'c')!;
    expect(link).toMatch(/^https:\/\/example\.org\/lab\/\?renderer=canvas#c=[\w-]+$/);
    const { items, isLink, isChallenge } = itemsFromText(`Can you beat this? ${link} Good luck!`);
    expect([isLink, isChallenge]).toEqual([true, true]);
    const [read] = items[0]!.piece.scenes;
    expect(read!.tests[0]!.distance).toBe(replay.tests[0]!.distance);
    expect(await verify(read!, inProcess)).toMatchObject({ verified: true });
  });

  it('leaves out what a run began with', async () => {
    const entry = { ...replay, seeds: [1], distance: 0, isRecord: false };
    const fork = forkOf(replay.experiment, entry);
    const own = (await take(1, fork, inProcess))[0]!;
    const link = linkOf(bundleOf(replayOf(own.state.experiment, own.champion!)), PAGE, 'r')!;
    const read = itemsFromText(link).items[0]!.piece.scenes[0]!;
    expect(read.experiment).not.toHaveProperty('start');
    expect(await verify(read, inProcess)).toMatchObject({ verified: true });
  });

  it('there is none of what is too long, or of several', () => {
    expect(linkOf({ kind: 'film', title: '', scenes: [replay] }, PAGE, 'r')).toBeUndefined();
    const long = {
      ...replay,
      experiment: {
        ...replay.experiment,
        title: Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x4e00 + 61 * i)).join(''),
      },
    };
    const huge = { ...long, genome: Float32Array.from({ length: 900 }, (_, i) => 1 / (i + 3)) };
    expect(linkOf(bundleOf(huge), PAGE, 'r')).toBeUndefined();
  });

  it.each([
    ['a damaged link', 'https://example.org/#r=AAAA', 'This link cannot be read: it was changed or cut short'],
    ['another text', 'hello', 'What was pasted is neither a link to a replay nor a replay.'],
    ['another document', '{"format":"x"}', 'What was pasted: format is "x", must be "gaitlab-replay"'],
  ])('%s is refused', (_what, text, sentence) => {
    expect(() => itemsFromText(text)).toThrow(sentence);
  });
});

describe('an entry', () => {
  const entry = entryOf({ piece, labels: undefined }, 7);

  it('says what is in it, and gives it back', () => {
    expect(entry).toMatchObject({ name: 'Biped, generation 1', generation: 1, made: 7, body: 'Biped', task: 'Walk' });
    expect(entry.distance).toBe(replay.tests[0]!.distance);
    expect(pieceIn(entry).scenes[0]).toMatchObject({ hash: replay.hash, genome: replay.genome });
    expect(entryOf({ piece, labels: undefined }, 8).id).toBe(entry.id);
  });

  it('is another one when a single weight is', () => {
    const genome = replay.genome.map((weight, i) => (i === 3 ? weight + 0.25 : weight));
    expect(entryOf({ piece: bundleOf({ ...replay, genome }), labels: undefined }, 7).id).not.toBe(entry.id);
  });

  it('that lost a part is none', () => {
    expect(isEntry(entry)).toBe(true);
    for (const key of Object.keys(entry)) expect(isEntry({ ...entry, [key]: undefined })).toBe(false);
    for (const value of [undefined, null, 7, {}]) expect(isEntry(value)).toBe(false);
  });

  it('goes into a file of all; what cannot be read stays out and is counted', () => {
    const broken = { ...entry, name: 'Broken', bytes: entry.bytes.slice(0, 100) };
    const { bytes, unreadable } = fileOf([entry, broken, { ...entry, name: 'Again', tags: ['x'] }]);
    expect(unreadable).toBe(1);
    expect(bundlesFromFile(bytes, 'all.gait').map(({ labels }) => labels)).toEqual([
      { name: 'Biped, generation 1', tags: [], made: 7 },
      { name: 'Again', tags: ['x'], made: 7 },
    ]);
    expect(() => pieceIn(broken)).toThrow('Broken is damaged');
  });

  it('is named so that any file system takes it', () => {
    expect(fileName('Biped, “génération” 12!')).toBe('biped-generation-12.gait');
    expect(fileName('歩く')).toBe('replay.gait');
  });
});

describe('in words', () => {
  it('what is the same is verified', () => {
    expect(verdictWords(replay, verdict)).toEqual({
      isVerified: true,
      sentence: 'Verified: the same to the last bit.',
    });
  });

  it('an edited brain parts within its first second, and its recording is shown', async () => {
    const edited = { ...replay, genome: replay.genome.map((weight, i) => (i === 3 ? weight + 0.5 : weight)) };
    expect(verdictWords(edited, await verify(edited, inProcess))).toEqual({
      isVerified: false,
      sentence:
        'Its file was changed, or made otherwise than it says. It parts from what it was at second 1 of its first test. What you see is its recording.',
    });
  });

  it('another engine is named, and where nothing was recorded that is said', () => {
    const { isVerified, sentence } = verdictWords(
      {
        ...replay,
        engine: { simulation: 0, planck: '1.4.2' },
        recording: undefined,
        tests: replay.tests.map((test) => ({ ...test, distance: 12.34, trace: '' })),
      },
      { ...verdict, verified: false, differsAt: undefined },
    );
    expect(isVerified).toBe(false);
    expect(sentence).toMatch(
      /^It was made by another version of the physics \(0 on planck 1\.4\.2\)\. It comes to -?\d+\.\d m here, not 12\.3 m\. It has no recording/,
    );
  });
});

describe('a challenge', () => {
  it('is run by a newborn under the ghost’s settings with chance of its own', () => {
    const amended = { ...replay, generation: 3, experiment: small({ seed: 4294967295 }) };
    amended.experiment.amendments = [
      { generation: 2, changes: { 'task.gravity': 7 } },
      { generation: 5, changes: { 'task.gravity': 3 } },
    ];
    expect(challengeOf(amended)).toMatchObject({ seed: 0, amendments: [], task: { gravity: 7 } });
  });

  it('remembers the best, and who was the first to get farther', () => {
    const start = { name: 'Ghost', goal: 5, run: {} as never, newest: undefined, best: undefined, beatenIn: undefined };
    const after = [2, 6, 4, 7, 5].reduce(
      (now, measure, i) => noteDistance(now, { generation: 10 + i, measure, act: {} as never }),
      start as Parameters<typeof noteDistance>[0],
    );
    expect(after).toMatchObject({ best: { generation: 13, measure: 7 }, beatenIn: 11, newest: { generation: 14 } });
    expect(noteDistance(start, { generation: 1, measure: 5, act: {} as never }).beatenIn).toBeUndefined();
  });
});

it('a picture is of the longest stride in the middle of a life', () => {
  const { plan, terrain } = champion!.recording!;
  const feet = plan.parts.flatMap(({ role }, i) => (role === 'foot' ? [i] : []));
  const poses = new Float64Array(40 * 3 * plan.parts.length);
  for (const [frame, stride] of [
    [2, 9],
    [14, 1],
    [25, 2],
    [38, 9],
  ] as const) {
    poses[3 * (frame * plan.parts.length + feet[0]!)] = stride;
  }
  const rest = { frameTimestep: 0.02, frameCount: 40, actions: new Float32Array(), contacts: new Uint8Array() };
  expect(midStride({ plan, terrain, poses, ...rest })).toBe(25);
});

it('a film is read from pasted JSON', () => {
  const text = JSON.stringify(bundleToDocument({ kind: 'film', title: 'F', scenes: [replay] }));
  expect(itemsFromText(`\n ${text}\n`).items[0]?.piece).toMatchObject({ kind: 'film', title: 'F' });
});
