import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { startToDocument } from '../../src/run/start.ts';
import { gaitlab, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-commands-'));
afterAll(() => rmSync(home, { recursive: true }));
const file = (name: string, content: unknown) => {
  const path = join(home, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe('flags beside an experiment that starts with a trained brain', () => {
  const { brain } = setupOf(parseExperiment({ brain: { name: 'linear' } }));
  const genome = Float32Array.from({ length: brain.parameterCount }, (_, i) => Math.sin(i));
  const start = startToDocument({ genome, statistics: null }, { title: '', seed: 1, generation: 1 });
  const source = file('trained.json', { brain: { name: 'linear' }, start });
  const quick = ['--set', 'task.duration=1', '--generations', '1', '--workers', '1'];

  test.each([
    [['--brain', 'mlp']],
    [['--task', 'hills', '--body', 'dog']],
    [['--body', 'spider']],
    [['--set', 'brain.name=mlp']],
    [['--optimizer', 'neat']],
  ])('are refused when it does not fit: %j', async (flags) => {
    const { code, err } = await gaitlab(['evolve', source, ...quick, ...flags]);
    expect(code).toBe(2);
    expect(err).toMatch(/^gaitlab: .*trained\.json: start does not fit: (genome has \d+ numbers|net begins with)/);
    const swept = await gaitlab(['sweep', source, '--vary', 'brain.name=linear,mlp', '--generations', '1']);
    expect(swept).toMatchObject({ code: 2, err: expect.stringContaining('start does not fit') });
  });

  test('keep the trained brain when it fits', async () => {
    const out = join(home, 'kept');
    const { code } = await gaitlab(['evolve', source, ...quick, '--seed', '9', '--out', out]);
    expect(code).toBe(0);
    const { experiment } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(experiment.start.genome).toBe(start.genome);
  });
});

describe('output that cannot be written', () => {
  const cli = `${process.execPath} dist/cli.js`;
  const shell = (line: string) => spawnSync('bash', ['-c', line], { encoding: 'utf8' });

  test('a closed pipe ends the program silently with 141, and the stored run can be resumed', () => {
    const out = join(home, 'piped');
    const words = `evolve ${QUICK.join(' ')} --generations 300 --json --workers 1 --out ${out}`;
    const { stderr, stdout } = shell(`${cli} ${words} | head -1 >/dev/null; echo \${PIPESTATUS[0]}`);
    expect({ stderr, stdout }).toEqual({ stderr: '', stdout: '141\n' });
    expect(shell(`${cli} resume ${out} --generations 3 --workers 1`).status).toBe(0);
  });

  test.runIf(existsSync('/dev/full'))('a full device is reported in one sentence', () => {
    for (const words of ['list bodies', 'schema', `evolve ${QUICK.join(' ')} --generations 1 --json --workers 1`]) {
      const { stderr, status } = shell(`${cli} ${words} > /dev/full`);
      expect(stderr).toMatch(/^gaitlab: the output cannot be written: the disk is full \(ENOSPC\)\n$/);
      expect(status).toBe(1);
    }
  });
});

describe('documents to start from', () => {
  test('a printed body of the catalogue is valid for the reader and for its JSON Schema', async () => {
    const { out } = await gaitlab(['list', 'bodies', '--plan', 'dog']);
    expect(JSON.parse(out)).toEqual(bodies.dog);
    const schema = JSON.parse((await gaitlab(['schema', 'body'])).out);
    const isValid = new Ajv({ strict: false }).compile(schema);
    expect(isValid({ $schema: './body.schema.json', ...JSON.parse(out) })).toBe(true);
    expect(isValid({ ...JSON.parse(out), parts: [] })).toBe(false);
    const { code } = await gaitlab(['check', file('dog.json', { $schema: './body.schema.json', ...JSON.parse(out) })]);
    expect(code).toBe(0);
    expect((await gaitlab(['list', 'bodies', '--plan', 'dgo'])).err).toContain('did you mean dog?');
    expect((await gaitlab(['list', 'tasks', '--plan', 'dog'])).code).toBe(2);
  });

  test('every field of a body and every choice of an experiment is described', async () => {
    const { out } = await gaitlab(['schema', 'experiment']);
    const found: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties = {}, ...rest } = schema as {
        properties?: Record<string, { description?: string; const?: unknown }>;
      };
      for (const [key, each] of Object.entries(properties)) {
        if (each.description === undefined && each.const === undefined && !NAMES.includes(key))
          found.push(`${path}.${key}`);
        visit(each, `${path}.${key}`);
      }
      for (const [key, each] of Object.entries(rest)) visit(each, path === '' ? key : path);
    };
    visit(JSON.parse(out), '');
    expect(found).toEqual([]);
    const body = (await gaitlab(['schema', 'body'])).out;
    for (const words of ['counter-clockwise', 'N·m', 'kg/m²', 'Absolute, not relative to the parent'])
      expect(body).toContain(words);
  });
});

/** Sections of an experiment, whose parts are described. */
const NAMES = [
  'body',
  'task',
  'brain',
  'optimizer',
  'run',
  'eye',
  'sockets',
  'amendments',
  'start',
  'generation',
  'changes',
  'statistics',
  'from',
  'genome',
  'count',
  'mean',
  'squares',
  'title',
  'seed',
];

test('a population that needs too much memory is refused at once, with the numbers', async () => {
  const source = file('huge.json', {
    brain: { name: 'mlp', hidden: new Array(8).fill(256) },
    optimizer: { name: 'genetic', populationSize: 4096 },
  });
  const words = /^gaitlab: this run needs about 23 GB of memory \(a population of 4096 with 46\d{4} weights/;
  expect(await gaitlab(['evolve', source])).toMatchObject({ code: 2, err: expect.stringMatching(words) });
  const swept = await gaitlab(['sweep', source, '--vary', 'optimizer.mutation=0.1,0.2', '--generations', '1']);
  expect(swept).toMatchObject({ code: 2, err: expect.stringMatching(words) });
});

test.each([
  [
    ['evolve', '--optimizer', 'genetic', '--set', 'optimizer.populationSize=8', '--set', 'optimizer.eliteCount=9'],
    'optimizer.eliteCount is 9, must be 8 or less: the population',
  ],
  [
    ['evolve', '--optimizer', 'ars', '--set', 'optimizer.populationSize=8', '--set', 'optimizer.topCount=5'],
    'optimizer.topCount is 5, must be 4 or less: half the population',
  ],
  [['sweep', '--vary', 'optimizer.sigm=1,2'], 'there is no such setting; did you mean optimizer.sigma?'],
  [
    ['sweep', '--vary', 'optimizer.sigma=1'],
    '--vary optimizer.sigma: give 2 to 8 values, as in optimizer.sigma=A,B, not 1',
  ],
  [['evolve', '--set', 'task.dificulty=1'], 'task.dificulty is not a known setting; did you mean difficulty?'],
])('%j is refused in terms of the command line', async (words, fault) => {
  const { code, err } = await gaitlab(words);
  expect(code).toBe(2);
  expect(err).toContain(fault);
});

test('a GIF with too many frames per second prints the rate it gets', async () => {
  const out = join(home, 'gif');
  await gaitlab(['evolve', ...QUICK, '--generations', '1', '--workers', '1', '--out', out]);
  const words = ['export', join(out, 'champion.replay.json'), '--size', '160x90', '--to', join(home, 'a.gif')];
  expect((await gaitlab([...words, '--fps', '60'])).err).toBe(
    'gaitlab: a GIF has at most 50 frames per second; this one has 50.\n',
  );
  expect((await gaitlab([...words, '--fps', '50'])).err).toBe('');
});
