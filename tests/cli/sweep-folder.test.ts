import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-sweep-'));
afterAll(() => rmSync(home, { recursive: true }));

const WORDS = [...QUICK, '--generations', '2', '--vary', 'optimizer.sigma=0.1,0.5', '--seeds', '7,8', '--workers', '1'];
const sweep = (...more: string[]) => gaitlab(['sweep', ...WORDS, ...more]);

/** Sends a signal once the first run is told. */
function interrupted(signal: NodeJS.Signals, words: string[]) {
  let isTold = false;
  return gaitlab(words, (program, out) => {
    if (isTold || !out.includes('\n')) return;
    isTold = true;
    program.kill(signal);
  });
}

describe('a stored sweep', () => {
  test('continues after an interruption to the same table, with each champion as a replay', async () => {
    const whole = await sweep('--json');
    const folder = join(home, 'kept');
    const first = await interrupted('SIGINT', ['sweep', ...WORDS, '--json', '--out', folder]);
    expect(first.code).toBe(130);
    const lines = jsonLines(first.out);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ done: true, seed: 7 });
    expect(lines.at(-1)).toMatchObject({ done: false, seed: 8, settings: { 'optimizer.sigma': 0.5 } });
    expect(first.err).toContain(`gaitlab sweep --resume ${folder}`);
    const resumed = await gaitlab(['sweep', '--resume', folder, '--json', '--workers', '1']);
    expect(resumed).toMatchObject({ code: 0, out: whole.out });
    const champions = readdirSync(join(folder, 'champions'));
    expect(champions).toEqual(['001', '002', '003', '004'].map((each) => `${each}.replay.json`));
    const proof = await gaitlab(['replay', join(folder, 'champions/003.replay.json'), '--verify', '--json']);
    expect(proof.code).toBe(0);
    expect(jsonLines(proof.out)[0]?.fitness).toBe(jsonLines(whole.out)[2]?.fitness);
    // Nothing is left to do, and the table is there all the same.
    const csv = await gaitlab(['sweep', '--resume', folder, '--csv']);
    expect(csv.out).toBe((await sweep('--csv')).out);
    // A run whose file is damaged is made again.
    writeFileSync(join(folder, 'runs/002.json'), '{"format":');
    const mended = await gaitlab(['sweep', '--resume', folder, '--json', '--workers', '1']);
    expect(mended.err).toMatch(/002\.json is not JSON.*Run 2 runs again/);
    expect(mended.out).toBe([0, 2, 3, 1].map((i) => `${whole.out.split('\n')[i]}\n`).join(''));
  });

  test.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('without a folder, %s prints the finished runs and marks the others', async (signal, code) => {
    const text = await interrupted(signal, ['sweep', ...WORDS]);
    expect(text.code).toBe(code);
    expect(text.out).toMatch(/^optimizer\.sigma +done +median m/m);
    expect(text.out).toMatch(/^0\.1 +1 of 2 /m);
    expect(text.out).toMatch(/of 4 runs are not done\.$/m);
  });
});

test('a stored sweep that needs too much memory is not continued', async () => {
  const folder = join(home, 'hungry');
  expect((await sweep('--out', folder, '--csv')).code).toBe(0);
  const file = join(folder, 'sweep.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const experiment = { ...document.experiment, brain: { name: 'mlp', hidden: new Array(8).fill(256) } };
  const optimizer = { ...document.experiment.optimizer, populationSize: 4096 };
  writeFileSync(file, JSON.stringify({ ...document, experiment: { ...experiment, optimizer } }));
  const { code, err } = await gaitlab(['sweep', '--resume', folder]);
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringMatching(/^gaitlab: .*sweep\.json: this run needs about 23 GB/),
  });
});

describe('a folder for a sweep', () => {
  test('is refused unless it is empty, and its content stays unchanged', async () => {
    const folder = join(home, 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'runs'), 'mine');
    const { code, err } = await sweep('--out', folder);
    expect({ code, err }).toEqual({
      code: 2,
      err: `gaitlab: ${folder} is not empty; a sweep needs an empty folder\n`,
    });
    expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['runs']);
  });

  test('is refused when it has a sweep, has none to resume, or contains a link', async () => {
    const folder = join(home, 'linked');
    expect((await sweep('--out', folder, '--csv')).code).toBe(0);
    expect((await sweep('--out', folder)).err).toContain('already has a sweep; continue it by');
    expect((await sweep('--resume', folder)).err).toMatch(/continues a sweep unchanged: leave out --(brain|seed|vary)/);
    expect((await gaitlab(['sweep', '--resume', home])).err).toContain('has no sweep to continue');
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    rmSync(join(folder, 'runs'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'runs'));
    const { code, err } = await gaitlab(['sweep', '--resume', folder]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `gaitlab: ${join(folder, 'runs')} is not a folder; nothing is written there\n`,
    });
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});
