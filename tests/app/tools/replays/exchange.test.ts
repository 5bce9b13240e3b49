import { describe, expect, it } from 'vitest';
import { isEntry } from '../../../../src/app/storage/replay-entry.ts';
import { challengeOf, withMeasurement } from '../../../../src/app/tools/replays/challenge.ts';
import {
  bundleIn,
  bundlesFromText,
  fileOf,
  linkOf,
  replayFileName,
} from '../../../../src/app/tools/replays/exchange.ts';
import { entryOf } from '../../../../src/app/tools/replays/library-entry.ts';
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
const bundle = bundleOf(replay);
const verdict = await verify(replay, inProcess, true);
const PAGE = 'https://example.org/lab/?renderer=canvas#body=biped';

describe('a link', () => {
  it('points to this page, and is found in any text around it', async () => {
    const link = linkOf(bundle, PAGE, 'c')!;
    expect(link).toMatch(/^https:\/\/example\.org\/lab\/\?renderer=canvas#c=[\w-]+$/);
    const { items, isLink, isChallenge } = bundlesFromText(`Can you beat this? ${link} Good luck!`);
    expect([isLink, isChallenge]).toEqual([true, true]);
    const [read] = items[0]!.bundle.scenes;
    expect(read!.tests[0]!.distance).toBe(replay.tests[0]!.distance);
    expect(await verify(read!, inProcess)).toMatchObject({ verified: true });
  });

  it('leaves out the trained brain that a run started from', async () => {
    const entry = { ...replay, seeds: [1], distance: 0, isRecord: false };
    const fork = forkOf(replay.experiment, entry);
    const own = (await take(1, fork, inProcess))[0]!;
    const link = linkOf(bundleOf(replayOf(own.state.experiment, own.champion!)), PAGE, 'r')!;
    const read = bundlesFromText(link).items[0]!.bundle.scenes[0]!;
    expect(read.experiment).not.toHaveProperty('start');
    expect(await verify(read, inProcess)).toMatchObject({ verified: true });
  });

  it('is undefined for what is too long, and for films', () => {
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
    ['another text', 'hello', 'The pasted text is neither a replay nor a link to one.'],
    [
      'another document',
      '{"format":"x"}',
      'The pasted text is JSON of a kind that Gaitlab does not know, not a replay',
    ],
  ])('%s is refused', (_what, text, sentence) => {
    expect(() => bundlesFromText(text)).toThrow(sentence);
  });
});

describe('an entry', () => {
  const entry = entryOf({ bundle, labels: undefined }, 7);

  it('describes its contents, and gives them back', () => {
    expect(entry).toMatchObject({ name: 'Biped, generation 1', generation: 1, made: 7, body: 'Biped', task: 'Walk' });
    expect(entry.distance).toBe(replay.tests[0]!.distance);
    expect(bundleIn(entry).scenes[0]).toMatchObject({ hash: replay.hash, genome: replay.genome });
    expect(entryOf({ bundle, labels: undefined }, 8).id).toBe(entry.id);
  });

  it('has another id when a single weight differs', () => {
    const genome = replay.genome.map((weight, i) => (i === 3 ? weight + 0.25 : weight));
    expect(entryOf({ bundle: bundleOf({ ...replay, genome }), labels: undefined }, 7).id).not.toBe(entry.id);
  });

  it('is invalid when a part is missing', () => {
    expect(isEntry(entry)).toBe(true);
    for (const key of Object.keys(entry)) expect(isEntry({ ...entry, [key]: undefined })).toBe(false);
    for (const value of [undefined, null, 7, {}]) expect(isEntry(value)).toBe(false);
  });

  it('is written to a library file; unreadable entries are left out and counted', () => {
    const broken = { ...entry, name: 'Broken', bytes: entry.bytes.slice(0, 100) };
    const { bytes, unreadable } = fileOf([entry, broken, { ...entry, name: 'Again', tags: ['x'] }]);
    expect(unreadable).toBe(1);
    expect(bundlesFromFile(bytes, 'all.gait').map(({ labels }) => labels)).toEqual([
      { name: 'Biped, generation 1', tags: [], made: 7 },
      { name: 'Again', tags: ['x'], made: 7 },
    ]);
    expect(() => bundleIn(broken)).toThrow('Broken is damaged');
  });

  it('has a file name that any file system accepts', () => {
    expect(replayFileName('Biped, “génération” 12!')).toBe('biped-generation-12.gait');
    expect(replayFileName('歩く')).toBe('replay.gait');
  });
});

describe('the verdict', () => {
  it('on an equal resimulation is verified', () => {
    expect(verdictWords(replay, verdict)).toEqual({
      isVerified: true,
      sentence: 'Verified: replayed exactly.',
    });
  });

  it('on an edited brain names the first second, and the recording is shown', async () => {
    const edited = { ...replay, genome: replay.genome.map((weight, i) => (i === 3 ? weight + 0.5 : weight)) };
    expect(verdictWords(edited, await verify(edited, inProcess))).toEqual({
      isVerified: false,
      sentence:
        'Its file was edited, or was not made the way it says. It differs from second 1 on of its first test. You are watching its recording.',
    });
  });

  it('names another engine, and says when nothing was recorded', () => {
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
      /^It was made by another version of the physics \(0 on planck 1\.4\.2\)\. It gets -?\d+\.\d m far here, not 12\.3 m\. It has no recording/,
    );
  });
});

describe('a challenge', () => {
  it('has the settings of the replay and another seed', () => {
    const amended = { ...replay, generation: 3, experiment: small({ seed: 4294967295 }) };
    amended.experiment.amendments = [
      { generation: 2, changes: { 'task.gravity': 7 } },
      { generation: 5, changes: { 'task.gravity': 3 } },
    ];
    expect(challengeOf(amended)).toMatchObject({ seed: 0, amendments: [], task: { gravity: 7 } });
  });

  it('remembers the best distance, and the first generation that got farther', () => {
    const start = { name: 'Ghost', goal: 5, run: {} as never, newest: undefined, best: undefined, beatenIn: undefined };
    const after = [2, 6, 4, 7, 5].reduce(
      (now, measure, i) => withMeasurement(now, { generation: 10 + i, measure, clip: {} as never }),
      start as Parameters<typeof withMeasurement>[0],
    );
    expect(after).toMatchObject({ best: { generation: 13, measure: 7 }, beatenIn: 11, newest: { generation: 14 } });
    expect(withMeasurement(start, { generation: 1, measure: 5, clip: {} as never }).beatenIn).toBeUndefined();
  });
});

it('a thumbnail shows the longest stride in the middle of the recording', () => {
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
  expect(bundlesFromText(`\n ${text}\n`).items[0]?.bundle).toMatchObject({ kind: 'film', title: 'F' });
});
