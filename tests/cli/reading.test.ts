import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import { CACHE, gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-reading-'));
afterAll(() => rmSync(home, { recursive: true }));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SHORT = ['--generations', '1', '--workers', '1', '--json'];

/** The program with a text on its standard input. */
const piped = (words: string[], input: string | Buffer) =>
  spawnSync(process.execPath, [cli, ...words], {
    ...{ input, encoding: 'utf8', timeout: 60_000 },
    env: { ...process.env, XDG_CACHE_HOME: CACHE },
  });

describe('standard input', () => {
  const experiment = { seed: 7, body: 'hopper', brain: { name: 'linear' }, task: { name: 'walk', duration: 1 } };

  test('is an experiment, or a body, for -', async () => {
    const file = join(home, 'experiment.json');
    writeFileSync(file, JSON.stringify(experiment));
    const direct = await gaitlab(['evolve', file, ...SHORT]);
    const through = piped(
      ['evolve', '-', ...SHORT, '--out', join(home, 'piped')],
      `\ufeff${JSON.stringify(experiment)}`,
    );
    expect([through.status, through.stderr]).toEqual([0, '']);
    const hash = (text: string) => jsonLines(text).at(-1)!.historyHash;
    expect(hash(through.stdout)).toBe(hash(direct.out));
    const body = piped(['evolve', file, '--body', '-', ...SHORT], JSON.stringify(bodies.hopper));
    expect(body.status).toBe(0);
  });

  test('is refused in a sentence when it is empty or given twice', () => {
    expect(piped(['evolve', '-', ...SHORT], '')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^gaitlab: - is empty; Gaitlab opens .*\n$/),
    });
    expect(piped(['evolve', '-', '--body', '-', ...SHORT], '{}')).toMatchObject({
      status: 2,
      stderr: 'gaitlab: - is standard input, which can be given for one file only\n',
    });
  });
});

describe('a run folder', () => {
  const run = join(home, 'run');
  beforeAll(async () => {
    expect(await gaitlab(['evolve', ...QUICK, ...SHORT, '--out', run])).toMatchObject({ code: 0 });
  });

  test('is replayed and exported as its champion', async () => {
    expect(await gaitlab(['replay', run, '--verify'])).toMatchObject({ code: 0, err: '' });
    const csv = join(home, 'walk.csv');
    expect(await gaitlab(['export', run, '--to', csv])).toMatchObject({ code: 0 });
    expect(existsSync(csv)).toBe(true);
  });

  test('is resumed by its run.json, which is refused as an experiment', async () => {
    const record = join(run, 'run.json');
    const { code, err } = await gaitlab(['evolve', record]);
    expect(code).toBe(2);
    expect(err).toContain(
      `${record} is the run.json of a run, not an experiment; continue the run with "gaitlab resume`,
    );
    const outcome = await gaitlab(['resume', record, '--generations', '2', '--workers', '1', '--json']);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(jsonLines(outcome.out)[0]).toMatchObject({ generation: 1 });
  });

  test('with a checkpoint of another engine version prints a warning, and so does its file', async () => {
    const file = join(run, 'checkpoint.gait');
    const document = decodeFile(readFileSync(file), file).document as { engine: object };
    const other = join(home, 'engine.gait');
    writeFileSync(other, encodeFile('run', { ...document, engine: { ...document.engine, simulation: 999 } }));
    const out = join(home, 'other');
    const { code, err } = await gaitlab(['resume', other, '--out', out, '--generations', '3', '--workers', '1']);
    expect([code, err]).toEqual([
      0,
      `gaitlab: ${other} was made by another version of the simulation; its results may differ from now on.\n`,
    ]);
  });
});

test.runIf(process.platform !== 'win32')('a pipe without a writer is refused without waiting', () => {
  const pipe = join(home, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const words of [
    ['evolve', pipe],
    ['evolve', '--body', pipe],
    ['replay', pipe],
    ['resume', pipe, '--out', 'x'],
  ])
    expect(piped(words, '')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('it is a pipe; give - as the'),
    });
});
