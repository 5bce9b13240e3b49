import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { presets } from '../../src/run/presets.ts';
import { tasks } from '../../src/sim/tasks.ts';
import { puppet } from '../creature/puppet.ts';
import { gaitlab, jsonLines } from './gaitlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-flags-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const noJson = file('no.json', '{ "seed": ');
const wrong = file('wrong.json', { task: { name: 'walk', difficulty: 9 } });
const list = file('list.json', []);
const course = { terrain_y: [3, 3, 3], actions: [[0, 0, 0, 0]] };
const short = file('short.json', {
  ...course,
  actions: [
    [0, 0, 0, 0],
    [0, 0, 0],
  ],
});
const groundless = file('groundless.json', { ...course, terrain_y: undefined });
const hardcore = file('hardcore.json', { ...course, hardcore: true });
const broken = file('broken.json', { ...course, initForceX: 1e9 });
const lame = file('lame.json', { ...puppet, joints: [] });

describe('an error that the user can fix is printed in one line, with exit code 2:', () => {
  test.concurrent.each<[string[], string | RegExp]>([
    [['evole'], /unknown command 'evole'.*evolve/],
    [['evolve', '--sed', '3'], /unknown option '--sed'.*--seed/],
    [['evolve', '--seed', 'x'], /--seed.*'x' is invalid.*whole number from 0 to 4294967295/],
    [['evolve', '--seed', ''], /--seed.*'' is invalid/],
    [['evolve', '--generations', '0'], /--generations.*'0' is invalid/],
    [['evolve', '--generations'], /--generations.*argument missing/],
    [['evolve', '--workers', '1.5'], /--workers.*'1.5' is invalid/],
    // The first fault on the command line is told: the range of workers ends here.
    [['evolve', '--workers', '257', '--seed', 'x'], /--workers.*'257' is invalid.*from 1 to 256/],
    [['evolve', '--workers', '256', '--seed', 'x'], /--seed.*'x' is invalid/],
    [['evolve', '--set', 'foo'], /--set.*'foo' is invalid. Must be key=value/],
    [['evolve', '--set', 'task.speed=1'], 'task.speed is not a known setting'],
    [['evolve', '--set', 'task.difficulty=7'], 'task.difficulty is 7, must be 1 or less'],
    [['evolve', '--set', 'nothing.at.all=7'], 'there is no setting nothing.at.all'],
    [['evolve', '--task', 'fly'], /task\.name is "fly", must be "walk" or/],
    [['evolve', '--optimizer', 'neat', '--brain', 'mlp'], 'optimizer "neat" needs brain "graph"'],
    [['evolve', '--optimizer', 'neat', '--set', 'brain.name=mlp'], 'optimizer "neat" needs brain "graph"'],
    [['evolve', '--brain', 'graph', '--optimizer', 'snes'], 'brain "graph" needs optimizer "neat"'],
    [['evolve', '--body', 'bipde'], /body is "bipde", must be "biped" or/],
    [['evolve', '--body', lame], /body\.joints is \[\], must have 1 entry or more/],
    [['evolve', '--body', noJson], /no\.json is not JSON/],
    [
      ['evolve', 'biped-wlaks'],
      /there is no preset or file biped-wlaks; presets are biped-walks.*; did you mean biped-walks\?/,
    ],
    [['evolve', '--set', 'optimiser.sigma=1'], 'there is no setting optimiser.sigma; did you mean optimizer.sigma?'],
    [['evolve', '--set', 'sed=4'], 'there is no setting sed; did you mean seed?'],
    [['sweep', '--vary', 'optimiser.sigma=1,2'], 'there is no such setting; did you mean optimizer.sigma?'],
    [
      ['evolve', file('section.json', { seed: 1, optimiser: {} })],
      'optimiser is not a known setting; did you mean optimizer?',
    ],
    [['evolve', 'one', 'two'], /too many arguments/],
    [['evolve', noJson], /no\.json is not JSON/],
    [['evolve', wrong], /wrong\.json: task\.difficulty is 9, must be 1 or less/],
    [['evolve', list], /list\.json: it is \[\], must be an object/],
    [['evolve', folder], /cannot be read: it is a folder \(EISDIR\)/],
    [['evolve', '--out', join(noJson, 'x')], /no\.json.x cannot be created: its folder is not a folder \(ENOTDIR\)/],
    [['replay'], /missing required argument 'file'/],
    [['replay', join(folder, 'none.json')], /none\.json cannot be read: there is no such file \(ENOENT\)/],
    [['replay', wrong], /wrong\.json is an experiment, not a replay; train it with "gaitlab evolve FILE"/],
    [['evaluate', wrong, '--episodes', '-3'], /--episodes.*'-3' is invalid/],
    [['rollout'], /--given.*not specified/],
    [['rollout', '--given', join(folder, 'none.json')], /none\.json cannot be read: there is no such file \(ENOENT\)/],
    [['rollout', '--given', noJson], /no\.json is not JSON/],
    [['rollout', '--given', list], /list\.json: it is \[\], must be an object/],
    [['rollout', '--given', groundless], /groundless\.json: terrain_y is missing/],
    [['rollout', '--given', short], /short\.json: actions\[1\]\[3\] is missing, must be a number/],
    [['rollout', '--given', broken], /broken\.json: initForceX is 1000000000, must be 1000 or less/],
    [['rollout', '--given', hardcore, '--task', 'bipedal-walker'], /hardcore is true.*leave out --task/],
    [['rollout', '--given', hardcore, '--task', 'walk'], /'walk' is invalid.*bipedal-walker/],
    [['list', 'animals'], /'animals' is invalid.*bodies, tasks, brains, optimizers, presets/],
  ])('gaitlab %j', async (words, sentence) => {
    const { code, out, err } = await gaitlab(words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^gaitlab: [^\n]+\n$/);
    expect(err).toMatch(sentence);
  });
});

describe('--help', () => {
  test.concurrent.each([
    [[], ['evolve', 'replay', 'evaluate', 'rollout', 'list', 'schema']],
    [
      ['evolve'],
      [
        '--body',
        '--task',
        '--brain',
        '--optimizer',
        '--set',
        '--seed',
        '--generations',
        '--steps',
        '--until',
        '--workers',
        '--out',
        '--json',
        '130',
      ],
    ],
    [['replay'], ['--verify', '--json']],
    [['evaluate'], ['--policy', '--task', '--body', '--episodes', '--seed', '--workers', '--json', 'row-major']],
    [['rollout'], ['--given', '--task', '--json']],
    [['list'], ['bodies', 'presets']],
    [['schema'], ['JSON Schema', 'replay', 'library', 'policy']],
  ])('of %j names its flags', async (words, flags) => {
    const { code, out, err } = await gaitlab([...words, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const flag of flags) expect(out).toContain(flag);
  });
});

test('--version is the package’s', async () => {
  expect(await gaitlab(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
});

describe('list', () => {
  const catalogues: Record<string, Record<string, { title: string; about: string }>> = {
    ...{ bodies, tasks, brains, optimizers, presets },
  };

  test.concurrent.each(Object.keys(catalogues))('%s: a line for each, or all as JSON', async (kind) => {
    const entries = Object.entries(catalogues[kind]!);
    const { code, out } = await gaitlab(['list', kind, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(entries.map(([name, { title, about }]) => ({ name, title, about })));
    const lines = (await gaitlab(['list', kind])).out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(entries.map(([name]) => name));
  });
});

test('schema prints a JSON Schema with every setting, its default and its range', async () => {
  const { code, out } = await gaitlab(['schema']);
  expect(code).toBe(0);
  const schema = JSON.parse(out);
  expect(schema.$schema).toMatch(/^http:\/\/json-schema\.org\//);
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(schema.required ?? []).toEqual([]);
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining(['seed', 'body', 'task', 'brain', 'optimizer', 'run', 'amendments']),
  );
  expect(schema.properties.seed).toMatchObject({ type: 'integer', minimum: 0, maximum: 4294967295, default: 1 });
  const kinds = schema.properties.task.anyOf ?? schema.properties.task.oneOf;
  expect(kinds.map(({ properties }: { properties: { name: { const: string } } }) => properties.name.const)).toEqual(
    Object.keys(tasks),
  );
  expect(kinds[0].properties.difficulty).toMatchObject({ type: 'number', minimum: 0, maximum: 1 });
});

test('a setting can be given by a flag or by --set; the last one counts', async () => {
  const quick = ['--generations', '1', '--json', '--set', 'task.duration=1', '--brain', 'linear'];
  const hash = async (...words: string[]) =>
    jsonLines((await gaitlab(['evolve', ...quick, ...words])).out).at(-1)!.historyHash;
  const one = await hash('--seed', '5', '--set', 'optimizer.populationSize=6');
  expect(await hash('--set', 'optimizer.populationSize=6', '--set', 'seed=5')).toBe(one);
  expect(await hash('--seed', '6', '--set', 'optimizer.populationSize=6')).not.toBe(one);
});
