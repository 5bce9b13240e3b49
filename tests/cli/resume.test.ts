import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import { checkpointFromDocument, checkpointToDocument } from '../../src/format/run-document.ts';
import { stream } from '../../src/math/rng.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { initialState } from '../../src/run/run.ts';
import { take } from '../run/small.ts';
import { gaitlab, jsonLines, type Outcome, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-resume-'));
afterAll(() => rmSync(home, { recursive: true }));

const GENERATIONS = 12;
const evolve = (out: string, ...more: string[]) => [
  'evolve',
  ...QUICK,
  '--json',
  '--workers',
  '1',
  '--out',
  out,
  ...more,
];
const log = (folder: string) => jsonLines(readFileSync(join(folder, 'log.jsonl'), 'utf8'));
/** All but how long it took. */
const timeless = (lines: Record<string, unknown>[]) => lines.map(({ seconds: _, ...rest }) => rest);
const last = ({ out }: Outcome) => jsonLines(out).at(-1)!;
const checkpointIn = (folder: string, name = 'checkpoint.gait') =>
  checkpointFromDocument(decodeFile(readFileSync(join(folder, name)), name).document, name);

const whole = join(home, 'whole');
let summary: Record<string, unknown> = {};
beforeAll(async () => {
  const outcome = await gaitlab(evolve(whole, '--generations', String(GENERATIONS)));
  expect(outcome).toMatchObject({ code: 0, err: '' });
  summary = last(outcome);
});
/** A copy of the whole run to go on with, or to do harm to. */
function copy(name: string): string {
  const folder = join(home, name);
  cpSync(whole, folder, { recursive: true });
  return folder;
}

/** Whatever is in the folder of a run that came to the same end. */
function expectWhole(folder: string, generations = GENERATIONS): void {
  expect(timeless(log(folder))).toEqual(timeless(log(whole)).slice(0, generations));
  expect(readFileSync(join(folder, 'champion.replay.json'), 'utf8')).toBe(
    readFileSync(join(whole, 'champion.replay.json'), 'utf8'),
  );
  expect(readdirSync(join(folder, 'records')).sort()).toEqual(readdirSync(join(whole, 'records')).sort());
}

/** Kills a program when it has printed so many lines, and waits for its end. */
function killedAfter(words: string[], lines: number, signal: NodeJS.Signals): Promise<Outcome> {
  let isTold = false;
  return gaitlab(words, (program: ChildProcess, out) => {
    if (isTold || out.split('\n').length <= lines) return;
    isTold = true;
    program.kill(signal);
  });
}

describe('a run that is killed', () => {
  test('at any moment continues to the same end, with no log line lost or doubled', async () => {
    const folder = join(home, 'killed');
    const rng = stream(5, 'kills');
    let words = evolve(folder, '--generations', String(GENERATIONS));
    for (let kill = 0; kill < 5; kill++) {
      const { code } = await killedAfter(words, Math.floor(rng.next() * 3), 'SIGKILL');
      expect(code).toBeNull();
      expect(readdirSync(folder)).toContain('run.lock');
      expect(checkpointIn(folder).state.generation).toBeLessThanOrEqual(log(folder).length);
      words = ['resume', folder, '--json', '--workers', String(1 + (kill % 2))];
    }
    const outcome = await gaitlab(words);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect({ ...last(outcome), seconds: 0 }).toEqual({ ...summary, seconds: 0 });
    expectWhole(folder);
    expect(readdirSync(folder).sort()).toEqual(readdirSync(whole).sort());
  }, 120_000);

  test('by Ctrl-C continues too, to more generations than at first', async () => {
    const folder = join(home, 'interrupted');
    const { code } = await killedAfter(evolve(folder, '--generations', '3'), 1, 'SIGINT');
    // Or it had come to its end before it heard of it.
    expect([0, 130]).toContain(code);
    expect(checkpointIn(folder).state.generation).toBe(log(folder).length);
    const outcome = await gaitlab(['resume', folder, '--json', '--generations', String(GENERATIONS)]);
    expect(outcome.code).toBe(0);
    expect(last(outcome).historyHash).toBe(summary.historyHash);
    expectWhole(folder);
  });
});

describe('a finished run', () => {
  test('prints its summary again, and nothing else changes', async () => {
    const folder = copy('again');
    // The record of the generation that would be next, as a run leaves it that is killed before its checkpoint.
    writeFileSync(join(folder, 'records', `${GENERATIONS}.replay.json`), '{}');
    const outcome = await gaitlab(['resume', folder, '--json']);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const { seconds: _, ...rest } = last(outcome);
    expect(summary).toMatchObject(rest);
    expect(jsonLines(outcome.out)).toHaveLength(1);
    expectWhole(folder);
  });

  test('is not replaced in its folder without --force', async () => {
    const folder = copy('taken');
    const words = evolve(folder, '--generations', '1');
    const refused = await gaitlab(words);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toBe(
      `gaitlab: ${folder} already has a run; continue it by "gaitlab resume ${folder}", or replace it by --force, which deletes it\n`,
    );
    expectWhole(folder);

    const other = await gaitlab([...words, '--resume', '--set', 'task.duration=3']);
    expect(other.code).toBe(2);
    expect(other.err).toContain('has a run of another experiment');
    expectWhole(folder);

    const resumed = await gaitlab([...words, '--resume']);
    expect({ code: resumed.code, ...last(resumed) }).toMatchObject({ code: 0, generations: GENERATIONS });

    const forced = await gaitlab([...words, '--force']);
    expect({ code: forced.code, ...last(forced) }).toMatchObject({ code: 0, generations: 1 });
    expect(log(folder)).toHaveLength(1);
    expect(readdirSync(join(folder, 'records'))).toEqual(['0.replay.json']);
  });
});

describe('a damaged folder', () => {
  test.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 200)],
    ['empty', (file) => truncateSync(file, 0)],
    [
      'changed in a byte',
      (file) =>
        writeFileSync(
          file,
          readFileSync(file).map((byte, i) => (i === 500 ? byte ^ 1 : byte)),
        ),
    ],
    ['of something else', (file) => writeFileSync(file, encodeFile('replay', {}))],
    ['above the maximum size', (file) => truncateSync(file, 700_000_000)],
  ])('whose checkpoint is %s continues from the previous one, with a warning', async (_how, harm) => {
    const folder = join(home, `damaged-${_how.length}`);
    cpSync(whole, folder, { recursive: true });
    harm(join(folder, 'checkpoint.gait'));
    const outcome = await gaitlab(['resume', folder, '--json']);
    expect(outcome.code).toBe(0);
    expect(outcome.err).toMatch(/^gaitlab: .*checkpoint\.gait .*; the run continues from the previous checkpoint\.\n$/);
    expect(last(outcome).historyHash).toBe(summary.historyHash);
    expectWhole(folder);
    // The damaged one never became the one before.
    for (const name of ['checkpoint.gait', 'checkpoint.before.gait'])
      expect(checkpointIn(folder, name).state.generation).toBeLessThanOrEqual(GENERATIONS);
  });

  test('with two damaged checkpoints names both faults and stays unchanged', async () => {
    const folder = copy('hopeless');
    for (const name of ['checkpoint.gait', 'checkpoint.before.gait']) truncateSync(join(folder, name), 100);
    const { code, out, err } = await gaitlab(['resume', folder]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^gaitlab: .*checkpoint\.gait .*; .*checkpoint\.before\.gait .*\n$/);
    expectWhole(folder);
  });

  test('without a run, or a path without a folder, is refused in a sentence', async () => {
    const empty = join(home, 'empty');
    mkdirSync(empty);
    expect(await gaitlab(['resume', empty])).toMatchObject({
      code: 2,
      err: `gaitlab: ${empty} has no run to continue: there is no checkpoint.gait\n`,
    });
    expect((await gaitlab(['resume', join(home, 'nowhere')])).err).toMatch(/^gaitlab: there is no folder/);
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(await gaitlab(evolve(join(file, 'in'), '--generations', '1'))).toMatchObject({
      code: 2,
      err: `gaitlab: ${join(file, 'in')} cannot be created: its folder is not a folder (ENOTDIR)\n`,
    });
  });

  test.skipIf(platform() !== 'linux')('that the system refuses to create is not retried forever', async () => {
    const { code, err } = await gaitlab(evolve('/proc/gaitlab/run', '--generations', '1'));
    expect({ code, err }).toEqual({
      code: 2,
      err: 'gaitlab: /proc/gaitlab/run cannot be created: its folder no longer exists (ENOENT)\n',
    });
  });
});

describe('two processes', () => {
  test('never write one run: the owner is named, and the lock of a dead one is taken over', async () => {
    const folder = copy('locked');
    const lock = join(folder, 'run.lock');
    const living = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(lock, JSON.stringify({ pid: living.pid, host: hostname(), born: bornOf(living.pid!) }));
      const { code, err } = await gaitlab(['resume', folder]);
      expect(code).toBe(2);
      expect(err).toBe(
        `gaitlab: ${folder} is being written by process ${living.pid} on ${hostname()}; if that is not running, delete ${lock}\n`,
      );
      expect((await gaitlab(evolve(folder, '--force'))).err).toBe(err);
      // Another process with the id of one that is dead.
      writeFileSync(lock, JSON.stringify({ pid: living.pid, host: hostname(), born: '1' }));
      expect((await gaitlab(['resume', folder, '--json'])).code).toBe(0);
    } finally {
      living.kill('SIGKILL');
    }
    await new Promise((resolve) => living.once('close', resolve));
    expect((await gaitlab(['resume', folder, '--json'])).code).toBe(0);
    expect(existsSync(lock)).toBe(false);

    writeFileSync(lock, JSON.stringify({ pid: 1, host: `not-${hostname()}`, born: '' }));
    expect((await gaitlab(['resume', folder])).err).toContain(`process 1 on not-${hostname()}`);
    writeFileSync(lock, '{"pid":');
    expect((await gaitlab(['resume', folder, '--json'])).code).toBe(0);
  });
});

/** As the lock tells a process from a later one of its number. */
const bornOf = (pid: number) =>
  platform() === 'linux' ? readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] : '';

describe('a folder that cannot be written to', () => {
  test('is reported once; the run continues, ends with 1 and names what was not saved', async () => {
    const folder = join(home, 'gone');
    let isGone = false;
    const outcome = await gaitlab(evolve(folder, '--generations', '40'), (_program, out) => {
      if (isGone || !out.includes('\n')) return;
      isGone = true;
      renameSync(folder, `${folder}-elsewhere`);
    });
    expect(outcome.code).toBe(1);
    expect(last(outcome)).toMatchObject({ generations: 40 });
    const said = outcome.err.trimEnd().split('\n');
    expect(said[0]).toMatch(
      /^gaitlab: .*gone cannot be written to, its folder no longer exists \(ENOENT\): the run continues in memory/,
    );
    expect(said[1]).toMatch(
      /^gaitlab: .*: only \d+ of its 40 generations are saved, the rest is lost; the saved part can be/,
    );
    expect(said).toHaveLength(2);
    const resumed = await gaitlab(['resume', `${folder}-elsewhere`, '--json', '--generations', String(GENERATIONS)]);
    expect(last(resumed).historyHash).toBe(summary.historyHash);
    expectWhole(`${folder}-elsewhere`);
  });

  test('because its checkpoint vanished is written to again at the next save', async () => {
    const folder = join(home, 'vanished');
    let isGone = false;
    const words = evolve(folder, '--generations', '60');
    const outcome = await gaitlab(words, (_program, out) => {
      if (isGone || !out.includes('\n')) return;
      isGone = true;
      for (const name of ['checkpoint.gait', 'log.jsonl']) rmSync(join(folder, name), { force: true });
    });
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(checkpointIn(folder).state.generation).toBe(60);
    expect(log(folder)).toHaveLength(60);
  });

  test('because it was moved and created again is written to again', async () => {
    const folder = join(home, 'anew');
    let isGone = false;
    const outcome = await gaitlab(evolve(folder, '--generations', '60'), (_program, out) => {
      if (isGone || !out.includes('\n')) return;
      isGone = true;
      renameSync(folder, `${folder}-moved`);
      mkdirSync(folder);
    });
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(checkpointIn(folder).state.generation).toBe(60);
    expect(timeless(log(folder)).slice(0, GENERATIONS)).toEqual(timeless(log(whole)));
  });

  const canMount = (() => {
    if (platform() !== 'linux' || process.getuid?.() !== 0) return false;
    const place = mkdtempSync(join(tmpdir(), 'gaitlab-mount-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', place], { stdio: 'ignore' });
      execFileSync('umount', [place]);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(place, { recursive: true });
    }
  })();

  test.skipIf(!canMount)(
    'on a disk with hardly any room keeps a checkpoint, whatever becomes of log and records',
    async () => {
      const disk = join(home, 'tiny');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80k', 'tmpfs', disk]);
      try {
        const folder = join(disk, 'run');
        const outcome = await gaitlab(evolve(folder, '--generations', '300'));
        expect(outcome.code).toBe(1);
        expect(outcome.err).toContain('the disk is full (ENOSPC)');
        expect(checkpointIn(folder).state.generation).toBeGreaterThan(10);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );

  test.skipIf(!canMount)('on a disk that fills up is written to as soon as there is space again', async () => {
    const disk = join(home, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]);
    try {
      const folder = join(disk, 'run');
      const ballast = join(disk, 'ballast');
      let isFull = false;
      const outcome = await gaitlab(evolve(folder, '--generations', '40'), (_program, out) => {
        if (isFull || !out.includes('\n')) return;
        isFull = true;
        try {
          writeFileSync(ballast, Buffer.alloc(1_000_000));
        } catch {
          // It took all there was.
        }
      });
      expect(outcome.code).toBe(1);
      expect(last(outcome)).toMatchObject({ generations: 40 });
      expect(outcome.err).toContain('the disk is full (ENOSPC): the run continues in memory');
      const saved = checkpointIn(folder).state.generation;
      expect(saved).toBeLessThan(40);
      rmSync(ballast);
      const resumed = await gaitlab([
        'resume',
        folder,
        '--json',
        '--generations',
        String(Math.max(saved, GENERATIONS)),
      ]);
      expect(resumed).toMatchObject({ code: 0, err: '' });
      // A checkpoint on a full disk goes before the lines of its generations: those may be missing, and none after it.
      const kept = timeless(log(folder)).filter(({ generation }) => Number(generation) < GENERATIONS);
      const isKept = ({ generation }: Record<string, unknown>) =>
        Number(generation) >= saved || kept.some((line) => line.generation === generation);
      expect(kept).toEqual(timeless(log(whole)).filter(isKept));
      if (saved > GENERATIONS) return;
      expect(last(resumed).historyHash).toBe(summary.historyHash);
      expect(readFileSync(join(folder, 'champion.replay.json'), 'utf8')).toBe(
        readFileSync(join(whole, 'champion.replay.json'), 'utf8'),
      );
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

test('a run whose later generations need too much memory is not continued, and the amendment is named', async () => {
  const experiment = parseExperiment({
    brain: { name: 'mlp', hidden: [256, 256] },
    optimizer: { name: 'snes', populationSize: 6 },
    amendments: [{ generation: 3, changes: { 'optimizer.populationSize': 4096, 'run.trials': 64 } }],
  });
  const folder = join(home, 'hungry');
  const file = join(folder, 'checkpoint.gait');
  mkdirSync(folder);
  const checkpoint = createCheckpointBuilder(initialState(experiment)).checkpoint(0);
  writeFileSync(file, encodeFile('run', checkpointToDocument(checkpoint)));
  const words =
    /^gaitlab: .*: amendments\[0\]\.changes: from generation 3 on this run needs about 5\.\d GB of memory .*\n$/;
  const out = join(home, 'never');
  for (const each of [[folder], [folder, '--workers', '1'], [file, '--out', out]])
    expect(await gaitlab(['resume', ...each])).toMatchObject({ code: 2, out: '', err: expect.stringMatching(words) });
  expect(readdirSync(folder)).toEqual(['checkpoint.gait']);
  expect(existsSync(out)).toBe(false);
});

test('a run started by another program continues here with the same bits', async () => {
  const folder = join(home, 'elsewhere');
  mkdirSync(folder);
  const { experiment } = JSON.parse(readFileSync(join(whole, 'run.json'), 'utf8'));
  const ledger = createCheckpointBuilder((await take(1, parseExperiment(experiment), inProcess))[0]!.state);
  const begun = createCheckpointBuilder(ledger.checkpoint(0));
  for (const each of await take(4, parseExperiment(experiment), inProcess)) begun.add(each);
  writeFileSync(join(folder, 'checkpoint.gait'), encodeFile('run', checkpointToDocument(begun.checkpoint(3))));
  const outcome = await gaitlab(['resume', folder, '--json', '--generations', String(GENERATIONS)]);
  expect(outcome).toMatchObject({ code: 0, err: '' });
  expect(last(outcome).historyHash).toBe(summary.historyHash);
  expect(log(folder).map(({ generation }) => generation)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
});

describe('a run in a file', () => {
  test('continues in its own folder to the end of an uninterrupted run', async () => {
    const folder = copy('exported');
    const file = join(home, 'exported.gait');
    const half = join(home, 'half');
    await gaitlab(evolve(half, '--generations', '5'));
    cpSync(join(half, 'checkpoint.gait'), file);
    const out = join(home, 'imported');
    const words = ['resume', file, '--out', out, '--generations', String(GENERATIONS), '--json', '--workers', '1'];
    const outcome = await gaitlab(words);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(last(outcome).historyHash).toBe(summary.historyHash);
    expect(checkpointIn(out).state).toEqual(checkpointIn(folder).state);
  });

  test('needs a folder, and must be a run', async () => {
    const file = join(whole, 'checkpoint.gait');
    expect(await gaitlab(['resume', file])).toMatchObject({ code: 2, err: expect.stringContaining('--out') });
    const bad = join(home, 'bad.gait');
    writeFileSync(bad, 'no run');
    const outcome = await gaitlab(['resume', bad, '--out', join(home, 'never')]);
    expect(outcome).toMatchObject({ code: 2, err: expect.stringMatching(/^gaitlab: .*bad\.gait/) });
    expect(existsSync(join(home, 'never'))).toBe(false);
    expect(await gaitlab(['resume', whole, '--out', join(home, 'never')])).toMatchObject({ code: 2 });
  });
});
