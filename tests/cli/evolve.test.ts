import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { take } from '../run/small.ts';
import { CACHE, gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-evolve-'));
const out = join(folder, 'a', 'run');
const file = (name: string) => join(out, name);
const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));
const evolve = (...more: string[]) => gaitlab(['evolve', ...QUICK, '--json', ...more]);
let lines: Record<string, unknown>[] = [];
let summary: Record<string, unknown> = {};

beforeAll(async () => {
  const { code, out: text, err } = await evolve('--generations', '4', '--workers', '2', '--out', out);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  lines = jsonLines(text);
  summary = lines.pop() ?? {};
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('evolve --json', () => {
  test('prints a line for each generation', () => {
    expect(lines.map(({ generation }) => generation)).toEqual([0, 1, 2, 3]);
    for (const line of lines) {
      expect(Object.keys(line).slice(0, 1)).toEqual(['generation']);
      for (const key of ['best', 'mean', 'evaluations', 'steps', 'seconds'])
        expect(line[key]).toEqual(expect.any(Number));
      expect(line.evaluations).toBe(((line.generation as number) + 1) * (6 + 2));
    }
  });

  test('prints a summary as the last line', () => {
    expect(summary).toMatchObject({
      done: true,
      generations: 4,
      evaluations: 32,
      steps: lines.at(-1)!.steps,
      historyHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      championHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(summary.fitness).toBe(Math.max(...lines.map(({ champion }) => champion as number)));
  });

  test('has the same history hash in one thread and with other numbers of workers', async () => {
    const { historyHash } = summary;
    const experiment = parseExperiment(read('run.json').experiment);
    expect((await take(4, experiment, inProcess)).at(-1)!.historyHash).toBe(historyHash);
    for (const workers of ['1', '3']) {
      const { out: text } = await evolve('--generations', '4', '--workers', workers);
      expect(jsonLines(text).at(-1)!.historyHash).toBe(historyHash);
    }
  });
});

describe('--out', () => {
  test('stores the run, its log and its champion', () => {
    expect(readdirSync(out).sort()).toEqual([
      ...['champion.replay.json', 'checkpoint.before.gait', 'checkpoint.gait'],
      ...['log.jsonl', 'records', 'run.json'],
    ]);
    expect(jsonLines(readFileSync(file('log.jsonl'), 'utf8'))).toEqual(lines);
    const { experiment, ends, ...rest } = read('run.json');
    expect(ends).toEqual({ generations: 4 });
    expect(rest).toEqual(summary);
    expect(parseExperiment(experiment)).toEqual(experiment);
    expect(experiment).toMatchObject({ seed: 7, brain: { name: 'linear' }, optimizer: { populationSize: 6 } });
    expect(read('champion.replay.json')).toMatchObject({
      format: 'gaitlab-replay',
      fitness: summary.fitness,
      hash: summary.championHash,
      generation: summary.championGeneration,
    });
    const records = lines.filter(({ champion }, i) => lines.slice(0, i).every((each) => champion! > each.champion!));
    expect(readdirSync(file('records')).sort()).toEqual(records.map(({ generation }) => `${generation}.replay.json`));
    expect(read(`records/${summary.championGeneration}.replay.json`)).toEqual(read('champion.replay.json'));
  });

  test('gives the same hash when started from the experiment in run.json', async () => {
    const document = join(folder, 'again.json');
    writeFileSync(document, JSON.stringify(read('run.json').experiment));
    const { out: text } = await gaitlab(['evolve', document, '--generations', '4', '--json']);
    expect(jsonLines(text).at(-1)!.historyHash).toBe(summary.historyHash);
  });
});

describe('a run ends', () => {
  test('after a number of steps, or when a champion reaches the goal, whichever comes first', async () => {
    const afterSteps = jsonLines((await evolve('--steps', String((lines[1]!.steps as number) - 1))).out);
    expect(afterSteps.length).toBe(3);
    const good = jsonLines((await evolve('--until', String(lines[0]!.champion))).out);
    expect(good.length).toBe(2);
  });

  test('by Ctrl-C after the current generation, with every file complete and exit code 130', async () => {
    const kept = join(folder, 'interrupted');
    const words = ['evolve', ...QUICK, '--json', '--generations', '1000000', '--out', kept];
    let isTold = false;
    const { code, out: text } = await gaitlab(words, (program, so) => {
      if (isTold || !so.includes('\n')) return;
      isTold = true;
      program.kill('SIGINT');
    });
    expect(code).toBe(130);
    const printed = jsonLines(text);
    const end = printed.pop()!;
    expect(end).toMatchObject({ done: false, ended: 'interrupted', interrupted: true, generations: printed.length });
    expect(jsonLines(readFileSync(join(kept, 'log.jsonl'), 'utf8'))).toEqual(printed);
    expect(JSON.parse(readFileSync(join(kept, 'run.json'), 'utf8')).historyHash).toBe(end.historyHash);
    expect(existsSync(join(kept, 'champion.replay.json'))).toBe(true);
  });
});

test('for people it prints the result and the folder', async () => {
  const kept = join(folder, 'told');
  const { code, out: text } = await gaitlab(['evolve', ...QUICK, '--generations', '2', '--out', kept]);
  expect(code).toBe(0);
  expect(text).toMatch(/Best: .* m, fitness .*, in generation \d/);
  expect(text).toMatch(/2 generations, 16 episodes/);
  expect(text).toContain(`gaitlab replay ${kept}/champion.replay.json --verify`);
});

describe('without a folder', () => {
  test('the champion is stored in the cache folder, and its path is printed', async () => {
    const { code, err, out } = await gaitlab(['evolve', ...QUICK, '--json', '--generations', '2']);
    const file = join(CACHE, 'gaitlab', 'last-champion.replay.json');
    expect({ code, err }).toEqual({
      code: 0,
      err: `gaitlab: the champion is stored in ${file} until the next run without --out; use --out FOLDER to store runs.\n`,
    });
    const verified = await gaitlab(['replay', file, '--verify', '--json']);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out).championHash).toBe(jsonLines(out).at(-1)!.championHash);
  });
});

describe('how a run ended', () => {
  test.each<[string, string[], number, object]>([
    ['by its limit', ['--generations', '2'], 0, { done: true, ended: 'limit' }],
    ['by reaching its goal', ['--until', '-1000000'], 0, { done: true, ended: 'goal' }],
    ['by its limit before the goal', ['--generations', '2', '--until', '1000000'], 3, { done: true, ended: 'limit' }],
  ])('%s is in run.json, the last line and the exit code', async (name, ends, exit, expected) => {
    const kept = join(folder, name.replaceAll(' ', '-'));
    const { code, out, err } = await gaitlab(['evolve', ...QUICK, '--json', ...ends, '--out', kept]);
    expect(code).toBe(exit);
    expect(jsonLines(out).at(-1)).toMatchObject(expected);
    expect(JSON.parse(readFileSync(join(kept, 'run.json'), 'utf8'))).toMatchObject(expected);
    expect(err).toBe(exit === 3 ? 'gaitlab: no champion reached the fitness 1000000 of --until.\n' : '');
  });
});
