import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { replayToDocument } from '../../src/format/replay-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-check-'));
afterAll(() => rmSync(home, { recursive: true }));
const file = (name: string, content: unknown) => {
  const path = join(home, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const beads = {
  name: 'beads',
  title: 'Beads on wires',
  parts: [
    ['middle', 0.02, [0, 0.02], 'limb'],
    ['left foot', 0.01, [-0.5, 0.01], 'foot'],
    ['right foot', 0.01, [0.5, 0.01], 'foot'],
  ].map(([name, radius, position, role]) => {
    return { name, shape: { kind: 'circle', radius }, position, angle: 0, density: 50, friction: 1, role };
  }),
  joints: ['left', 'right'].map((name) => {
    return {
      name,
      parent: 'middle',
      child: `${name} foot`,
      anchor: [0, 0.02],
      limits: [-2.5, 2.5],
      torque: 5,
      speed: 20,
    };
  }),
};
const weak = { ...bodies.biped, joints: bodies.biped.joints.map((joint) => ({ ...joint, torque: joint.torque / 50 })) };

const checked = async (path: string) => {
  const { code, out } = await gaitlab(['check', path, '--json']);
  return { code, ...jsonLines(out)[0] } as unknown as Record<string, unknown> & { notes: { id: string }[] };
};

describe('gaitlab check', () => {
  test.each<[string, unknown, number, string, string[]]>([
    ['body.json', bodies.dog, 0, 'body', []],
    ['beads.json', beads, 1, 'body', ['loose', 'thin']],
    ['weak.json', weak, 1, 'body', ['weak']],
    ['experiment.json', { $schema: './experiment.schema.json', body: 'dog' }, 0, 'experiment', []],
    ['own.json', { body: { $schema: 'x', ...weak } }, 1, 'experiment', ['weak']],
    ['mended.json', { body: beads, task: { name: 'walk', continuous: true } }, 1, 'experiment', ['loose']],
    [
      'big.json',
      { brain: { name: 'mlp', hidden: [256, 256] }, optimizer: { name: 'snes', populationSize: 4096 } },
      1,
      'experiment',
      ['memory'],
    ],
    ['policy.json', { layers: [1, 1], activation: 'tanh', weights: [1, 0] }, 0, 'policy', []],
    ['library.json', { format: 'gaitlab-library', version: 1, items: [] }, 0, 'library', []],
  ])('prints what %s is and the warnings about it', async (name, content, code, kind, ids) => {
    const found = await checked(file(name, content));
    expect(found).toMatchObject({ code, kind, valid: true });
    expect(found.notes.map(({ id }) => id)).toEqual(ids);
  });

  test.each<[string, unknown, RegExp]>([
    ['no.json', '{ "seed": ', /is not JSON/],
    [
      'odd.json',
      { task: { name: 'walk', dificulty: 1 } },
      /dificulty is not a known setting; did you mean difficulty\?/,
    ],
    ['lame.json', { ...bodies.dog, joints: [] }, /joints is \[\]/],
    [
      'huge.json',
      { brain: { name: 'mlp', hidden: new Array(8).fill(256) }, optimizer: { name: 'snes', populationSize: 4096 } },
      /23 GB/,
    ],
    [
      'sweep.json',
      { format: 'gaitlab-sweep', version: 2 },
      /is the sweep\.json of a sweep of version 2, this Gaitlab reads/,
    ],
    ['sweep-run.json', { format: 'gaitlab-sweep-run' }, /is a finished run of a sweep, not an experiment; continue/],
    [
      'later.json',
      {
        optimizer: { name: 'snes', populationSize: 64 },
        brain: { name: 'mlp', hidden: new Array(8).fill(256) },
        amendments: [
          { generation: 5, changes: { 'optimizer.populationSize': 4096 } },
          { generation: 9, changes: { 'optimizer.populationSize': 64 } },
        ],
      },
      /later\.json: amendments\[0\]\.changes: from generation 5 on this run needs about 23 GB/,
    ],
  ])('refuses %s with exit code 2', async (name, content, words) => {
    const found = await checked(file(name, content));
    expect(found).toMatchObject({ code: 2, valid: false, fault: expect.stringMatching(words) });
  });

  test('recognises a run folder, its champion and its checkpoint, and evolve prints the same notes', async () => {
    const out = join(home, 'run');
    const body = file('beads-body.json', beads);
    const run = await gaitlab([
      'evolve',
      '--body',
      body,
      ...QUICK,
      '--generations',
      '2',
      '--out',
      out,
      '--workers',
      '1',
    ]);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/^gaitlab: note: Thin parts \(middle, left foot, right foot, down to 2\.0 cm\)/m);
    for (const [path, kind] of [
      [out, 'run folder'],
      [join(out, 'champion.replay.json'), 'replay'],
      [join(out, 'checkpoint.gait'), 'run'],
    ] as const) {
      const found = await checked(path);
      expect(found).toMatchObject({ code: 1, kind });
      expect(found.notes.map(({ id }) => id)).toContain('thin');
    }
    const text = await gaitlab(['check', out]);
    expect(text.out).toContain(`${out}: a run folder, valid.\nnote: `);
    symlinkSync(join(home, 'gone'), join(home, 'dangling'));
    expect((await gaitlab(['check', join(home, 'dangling')])).code).toBe(2);
  });
});

describe('checked without a process,', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = 0;
  });

  test('replays are told by their kind, alone and several in one file', async () => {
    const told: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line) => void told.push(line));
    const [generation] = await take(1, small({ task: { duration: 1 } }), inProcess);
    const replay = replayToDocument(replayOf(generation!.state.experiment, generation!.champion!));
    const items = ['one', 'two'].map((name) => ({ name, tags: [], made: 0, document: replay }));
    for (const [kind, document] of [
      ['replay', replay],
      ['film', { format: 'gaitlab-film', version: 1, title: '', scenes: [replay, replay] }],
      ['race', { format: 'gaitlab-race', version: 1, title: '', scenes: [replay, replay] }],
      ['library', { format: 'gaitlab-library', version: 1, items }],
    ] as const) {
      const path = file(`${kind}.json`, document);
      check(path, {});
      expect(told.splice(0)).toEqual([`${path}: a ${kind}, valid.`]);
      expect(process.exitCode).toBe(0);
    }
  });
});
