import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFile } from '../../src/format/container.ts';
import { gaitlab, QUICK } from './gaitlab.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-export-'));
const replay = join(folder, 'champion.replay.json');
const packed = join(folder, 'champion.gait');
const canPaint = await import('@napi-rs/canvas').then(
  () => true,
  () => false,
);
const hasFfmpeg = ['ffmpeg', 'ffprobe'].every((each) => spawnSync(each, ['-version']).status === 0);

beforeAll(async () => {
  await gaitlab(['evolve', ...QUICK, '--generations', '2', '--json', '--out', folder]);
  mkdirSync(join(folder, 'taken.csv'));
  writeFileSync(packed, encodeFile('replay', JSON.parse(readFileSync(replay, 'utf8'))));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Exports the replay to a file of that name, and gives its bytes. */
async function exported(name: string, ...flags: string[]): Promise<Buffer> {
  const { code, err } = await gaitlab(['export', packed, '--to', join(folder, name), ...flags]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return readFileSync(join(folder, name));
}

/** The replay twice, as a film or a race. */
function film(kind: 'film' | 'race'): string {
  const scene = JSON.parse(readFileSync(replay, 'utf8'));
  const file = join(folder, `${kind}.gait`);
  writeFileSync(file, encodeFile(kind, { format: `gaitlab-${kind}`, version: 1, title: '', scenes: [scene, scene] }));
  return file;
}

/** What ffprobe counts in a file. */
function probed(name: string): Record<string, string> {
  const words = ['-v', 'error', '-count_frames', '-select_streams', 'v', '-of', 'json'];
  const asked = ['-show_entries', 'stream=codec_name,width,height,nb_read_frames:format=duration', join(folder, name)];
  const { streams, format } = JSON.parse(execFileSync('ffprobe', [...words, ...asked], { encoding: 'utf8' }));
  return { ...streams[0], ...format };
}

/** Seconds of the life, as its table has them. */
async function secondsOf(): Promise<number> {
  const lines = (await exported('long.csv')).toString().trimEnd().split('\n');
  return Number(lines.at(-1)?.split(',')[0]);
}

describe('export, with text alone', () => {
  it('writes the same table for a .gait file and a JSON file', async () => {
    const table = (await exported('one.csv')).toString();
    expect(table).toMatch(/^time,distance,speed,height,torso\.x,/);
    const { code } = await gaitlab(['export', replay, '--to', join(folder, 'two.csv')]);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'two.csv'), 'utf8')).toBe(table);
    const { columns, rows, metrics, hash } = JSON.parse((await exported('one.json')).toString());
    expect(table.trimEnd().split('\n')).toHaveLength(1 + rows.length);
    expect(table.split('\n')[0]).toBe(columns.join(','));
    expect(metrics.distance).toBeCloseTo(rows.at(-1)[columns.indexOf('distance')], 1);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('draws a strip of poses', async () => {
    const svg = (await exported('strip.svg', '--caption', 'As on & on')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1280"/);
    expect(svg).toContain('As on &amp; on');
  });

  it('gives the creature the colour that is asked for, or says which there are', async () => {
    const plain = (await exported('plain.svg')).toString();
    const teal = (await exported('teal.svg', '--colour', 'Teal')).toString();
    expect([plain, teal].map((svg) => svg.includes('#1f9f8f'))).toEqual([false, true]);
    expect((await exported('teal.svg', '--colour', '1f9f8f')).toString()).toBe(teal);
    const { code, err } = await gaitlab(['export', packed, '--to', join(folder, 'no.svg'), '--colour', 'blurple']);
    expect(code).toBe(2);
    expect(err).toContain('--colour blurple: must be red, yellow, ');
  });

  it('draws a footfall diagram if the file is named so', async () => {
    expect((await exported('one.footfalls.svg', '--caption', 'Feet')).toString()).toMatch(/Feet.*foot|shin/s);
  });

  it('says what is exported when the replay no longer gives the same result', async () => {
    const document = JSON.parse(readFileSync(replay, 'utf8'));
    const file = join(folder, 'tampered.json');
    writeFileSync(file, JSON.stringify({ ...document, tests: [{ ...document.tests[0], fitness: 99 }] }));
    const { code, err } = await gaitlab(['export', file, '--to', join(folder, 'doubt.csv')]);
    expect(code).toBe(0);
    expect(err).toMatch(/^gaitlab: the result differs from the one in the file, .* is exported: test 1 has fitness/);
  });
});

describe.skipIf(!canPaint)('export, with the drawing library', () => {
  it('makes a PNG of the requested size', async () => {
    const png = await exported('still.png', '--size', '320x240', '--at', '0.5');
    expect([...png.subarray(1, 4)].map((each) => String.fromCharCode(each)).join('')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 240]);
  });

  it('makes a GIF of the requested size', async () => {
    const gif = await exported('film.gif', '--size', '160x90', '--fps', '10');
    expect(gif.subarray(0, 6).toString('ascii')).toBe('GIF89a');
    expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([160, 90]);
  });

  it('makes one GIF of all scenes of a film', async () => {
    const flags = ['--size', '64x64', '--fps', '10'];
    const one = (await exported('one.gif', ...flags)).length;
    const both = join(folder, 'both.gif');
    const { code, out } = await gaitlab(['export', film('film'), '--to', both, ...flags]);
    expect(code).toBe(0);
    expect(out).toContain('both.gif: 2 scenes, up to ');
    expect(readFileSync(both).length).toBeGreaterThan(1.8 * one);
  });

  it('has a frame for each step of simulated time, which ffprobe counts', async ({ skip }) => {
    skip(!hasFfmpeg, 'ffmpeg and ffprobe are not on the PATH');
    const seconds = await secondsOf();
    for (const [name, codec, fps] of [
      ['film.mp4', 'h264', 30],
      ['film.webm', 'vp9', 25],
      ['more.gif', 'gif', 20],
    ] as const) {
      await exported(name, '--size', '160x90', '--fps', String(fps), '--speed', '0.5');
      const { codec_name, width, height, nb_read_frames, duration } = probed(name);
      const count = Math.ceil(2 * seconds * fps - 1e-6) + 1;
      expect([codec_name, width, height, Number(nb_read_frames)]).toEqual([codec, 160, 90, count]);
      expect(Number(duration)).toBeCloseTo(count / fps, 1);
    }
    expect(readdirSync(folder).filter((each) => each.includes('unfinished'))).toEqual([]);
  });

  it('makes the film of how a run learnt from its folder, and from its file', async () => {
    const flags = ['--size', '64x64', '--fps', '5'];
    const [ofFolder, ofFile] = ['folder.gif', 'file.gif'].map((name) => join(folder, name)) as [string, string];
    const made = await gaitlab(['export', folder, '--to', ofFolder, ...flags]);
    expect(made).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/: how it learnt, in \d scenes?\n$/) });
    expect((await gaitlab(['export', join(folder, 'checkpoint.gait'), '--to', ofFile, ...flags])).code).toBe(0);
    expect(readFileSync(ofFile).equals(readFileSync(ofFolder))).toBe(true);
    expect(readFileSync(ofFolder).equals(await exported('champion.gif', ...flags))).toBe(false);
  });

  it('says that a video needs ffmpeg where there is none', async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    const told = await gaitlab(['export', packed, '--to', join(folder, 'none.mp4')]).finally(() => {
      process.env.PATH = path;
    });
    expect(told.code).toBe(2);
    expect(told.err).toMatch(
      /^gaitlab: MP4 needs ffmpeg, which is not on the PATH; --to .*none\.gif works without it\n$/,
    );
  });
});

describe('export refuses in one line', () => {
  it.each([
    [['--to', 'film.avi'], /film\.avi: it must end in \.mp4, \.webm, /],
    [['--to', 'film.gif', '--size', '9x9'], /even number of pixels from 64 to 4096, not 9/],
    [['--to', 'film.gif', '--fps', '0'], /--fps.*'0' is invalid/],
    [['--to', join(folder, 'taken.csv')], /taken\.csv cannot be written to: .*taken\.csv is a folder/],
    [[], /required option '--to/],
  ])('%j', async (flags, words) => {
    const { code, out, err } = await gaitlab(['export', packed, ...flags]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a file that is a .gait of another kind', async () => {
    const run = join(folder, 'run.gait');
    writeFileSync(run, encodeFile('run', {}));
    const { code, err } = await gaitlab(['export', run, '--to', join(folder, 'run.csv')]);
    expect(code).toBe(2);
    expect(err).toContain(`gaitlab: ${run} is a run, not a replay; continue it with "gaitlab resume`);
    expect(await gaitlab(['replay', run])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`gaitlab: ${run} is a run, not a replay; `),
    });
  });

  it('a film or a race for a format of one scene', async () => {
    const table = join(folder, 'film.csv');
    const csv = await gaitlab(['export', film('film'), '--to', table]);
    expect(csv.code).toBe(2);
    expect(csv.err).toMatch(/is a film of 2 scenes, and \.csv shows one: choose one by --scene 1 to 2\n$/);
    const race = await gaitlab(['export', film('race'), '--to', join(folder, 'race.gif')]);
    expect([race.code, race.err]).toEqual([2, expect.stringMatching(/is a race, and only one runner/)]);
    const third = await gaitlab(['export', film('film'), '--to', table, '--scene', '3']);
    expect([third.code, third.err]).toEqual([2, expect.stringMatching(/--scene 3: .* has 2 scenes\n$/)]);
    expect((await gaitlab(['export', film('film'), '--to', table, '--scene', '2'])).code).toBe(0);
    expect(readFileSync(table, 'utf8')).toBe((await exported('alone.csv')).toString());
  });
});
