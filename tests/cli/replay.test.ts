import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeFile } from '../../src/format/container.ts';
import { libraryToFile } from '../../src/format/library-document.ts';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-replay-'));
const champion = join(folder, 'champion.replay.json');
let summary: Record<string, unknown> = {};

beforeAll(async () => {
  const { out } = await gaitlab(['evolve', ...QUICK, '--generations', '3', '--json', '--out', folder]);
  summary = jsonLines(out).at(-1)!;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The champion's file with something in it changed. */
function tampered(change: (document: Record<string, unknown>) => void): string {
  const document = JSON.parse(readFileSync(champion, 'utf8'));
  change(document);
  const file = join(folder, 'tampered.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

describe('replay --verify', () => {
  test('gives the fitness and the hash of the run', async () => {
    const { code, out } = await gaitlab(['replay', champion, '--verify', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      verified: true,
      fitness: summary.fitness,
      championHash: summary.championHash,
      difference: '',
    });
    const byPlanck = await gaitlab(['replay', champion, '--verify', '--json', '--physics', 'planck']);
    expect(byPlanck).toEqual({ code, out, err: '' });
    const told = await gaitlab(['replay', champion, '--verify']);
    expect(told).toEqual({
      code: 0,
      out: `Verified: replayed exactly. Fitness ${summary.fitness}, hash ${summary.championHash}.\n`,
      err: '',
    });
  });

  test('exits with 1 and a sentence when the file was changed', async () => {
    const file = tampered((document) => {
      document.fitness = 99;
    });
    const { code, out } = await gaitlab(['replay', file, '--verify']);
    expect(code).toBe(1);
    expect(out).toMatch(/^Not the same: every test is the same but the summary differs: the file was changed.*\.\n$/);
    expect(JSON.parse((await gaitlab(['replay', file, '--verify', '--json'])).out)).toMatchObject({ verified: false });
  });

  test('prints the second in which it first differs, and rejects a wrong state within the episode', async () => {
    const file = tampered((document) => {
      const [test] = document.tests as { trace: string }[];
      if (test) test.trace = `${test.trace.slice(0, 8)}00000000${test.trace.slice(16)}`;
    });
    const { code, out } = await gaitlab(['replay', file, '--verify']);
    expect(code).toBe(1);
    expect(out).toMatch(/^Not the same: every test has the same result, but by other states on the way: the file was/);
    expect(out).toMatch(/\. It first differs in second 2 of episode 1\.\n$/);
    const json = JSON.parse((await gaitlab(['replay', file, '--verify', '--json'])).out);
    expect(json).toMatchObject({ verified: false, parts: { life: 1, second: 2 } });
  });

  test('names the other engine version that made a replay', async () => {
    const file = tampered((document) => {
      document.engine = { simulation: 99, planck: '9.9.9' };
      (document.tests as { hash: string }[]).forEach((each) => {
        each.hash = '0123456789abcdef';
      });
    });
    const { code, out } = await gaitlab(['replay', file, '--verify']);
    expect(code).toBe(1);
    expect(out).toContain('it was made by simulation 99 on planck 9.9.9, this is ');
  });

  test('verifies every replay of a film and a library, and names the one that differs', async () => {
    const scene = JSON.parse(readFileSync(champion, 'utf8'));
    const odd = { ...scene, fitness: 99 };
    const film = join(folder, 'film.gait');
    writeFileSync(film, encodeFile('film', { format: 'gaitlab-film', version: 1, title: '', scenes: [scene, odd] }));
    const told = await gaitlab(['replay', film, '--verify']);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/^scene 1: Verified: .*\nscene 2: Not the same: .*\n$/);
    const library = join(folder, 'library.gait');
    const labels = { tags: [], made: 1 };
    writeFileSync(library, libraryToFile(['One', 'Two'].map((name) => ({ ...labels, name, document: scene }))));
    const all = await gaitlab(['replay', library, '--verify', '--json']);
    expect(all.code).toBe(0);
    expect(jsonLines(all.out)).toMatchObject([
      { name: 'One', verified: true },
      { name: 'Two', verified: true },
    ]);
  });
});

test('replay prints each episode', async () => {
  const { code, out } = await gaitlab(['replay', champion, '--json']);
  expect(code).toBe(0);
  const lives = jsonLines(out);
  expect(lives.map(({ life }) => life)).toEqual([1, 2]);
  const mean = lives.reduce((sum, { fitness }) => sum + (fitness as number), 0) / 2;
  expect(mean).toBe(summary.fitness);
  expect((await gaitlab(['replay', champion])).out).toMatch(
    /^Episode 1: .* m in .* s, .*\nGait: \w+; duty .*\nEpisode 2: /,
  );
});

test('evaluate summarises episodes on new terrain, the same for the same seed', async () => {
  const evaluate = async (...more: string[]) => {
    const { code, out } = await gaitlab(['evaluate', champion, '--episodes', '7', '--json', ...more]);
    expect(code).toBe(0);
    return JSON.parse(out);
  };
  const one = await evaluate('--workers', '2');
  expect(one).toMatchObject({ episodes: 7, failed: 0 });
  expect(one).not.toHaveProperty('return');
  for (const key of ['mean', 'deviation', 'median', 'distance', 'speed', 'costOfTransport', 'falls', 'steps'])
    expect(one[key]).toEqual(expect.any(Number));
  expect(await evaluate('--workers', '1')).toEqual(one);
  expect((await evaluate('--seed', '2')).mean).not.toBe(one.mean);
  expect((await gaitlab(['evaluate', champion, '--episodes', '2'])).out).toMatch(
    /^2 episodes on new terrain: fitness /,
  );
});
