import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gaitlab, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-foreign-'));
afterAll(() => rmSync(home, { recursive: true }));

const evolve = (out: string, ...more: string[]) =>
  gaitlab(['evolve', ...QUICK, '--json', '--workers', '1', '--generations', '2', '--out', out, ...more]);

function folder(name: string, files: Record<string, string> = {}): string {
  const made = join(home, name);
  mkdirSync(join(made, 'records'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(made, file), text);
  return made;
}

const OTHERS = {
  'records/2019 tax.pdf': 'tax',
  'records/7.replay.json.bak': 'copy',
  'records/007.replay.json': 'agent',
  'records/1e3.replay.json': 'thousand',
  'notes.txt': 'notes',
};

describe('files of other programs', () => {
  test.each([['a new run'], ['--force'], ['--resume']])('stay unchanged: %s', async (how) => {
    const out = folder(`stay-${how.length}`);
    if (how !== 'a new run') expect((await evolve(out)).code).toBe(0);
    for (const [file, text] of Object.entries(OTHERS)) writeFileSync(join(out, file), text);
    expect((await evolve(out, ...(how === 'a new run' ? [] : [how]))).code).toBe(0);
    for (const [file, text] of Object.entries(OTHERS)) expect(readFileSync(join(out, file), 'utf8')).toBe(text);
  });

  test('with the name of a record count as a run, and are not overwritten without --force', async () => {
    const out = folder('record', { 'records/0.replay.json': 'mine' });
    const { code, err } = await evolve(out);
    expect(code).toBe(2);
    expect(err).toContain('already has a run');
    expect(readFileSync(join(out, 'records/0.replay.json'), 'utf8')).toBe('mine');
  });
});

describe('links', () => {
  const NAMES = ['checkpoint.gait', 'checkpoint.before.gait', 'log.jsonl', 'run.json', 'champion.replay.json'];
  test.each([...NAMES, ...NAMES.map((name) => `${name}.new`), 'run.lock'])(
    '%s is not written through',
    async (name) => {
      const out = folder(`link-${name}`);
      const victim = join(home, `victim-of-${name}`);
      writeFileSync(victim, 'keep');
      symlinkSync(victim, join(out, name));
      for (const force of [[], ['--force']]) {
        const { code, err } = await evolve(out, ...force);
        expect(code).toBe(2);
        expect(err).toContain(join(out, name));
        expect(err).toContain('a link');
      }
      expect(readFileSync(victim, 'utf8')).toBe('keep');
    },
  );

  test('a link to a folder of records is neither written to nor cleared', async () => {
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, '9.replay.json'), 'keep');
    const out = join(home, 'records-link');
    mkdirSync(out);
    symlinkSync(elsewhere, join(out, 'records'));
    const { code, err } = await evolve(out, '--force');
    expect(code).toBe(2);
    expect(err).toMatch(/records is a link to somewhere else/);
    expect(readdirSync(elsewhere)).toEqual(['9.replay.json']);
  });

  test('a link in place of a record is replaced, not followed', async () => {
    const out = folder('record-link');
    const victim = join(home, 'victim-of-record');
    writeFileSync(victim, 'keep');
    symlinkSync(victim, join(out, 'records', '0.replay.json'));
    await evolve(out);
    expect(readFileSync(victim, 'utf8')).toBe('keep');
  });

  test('a log with a second hard link is continued in a new file', async () => {
    const out = folder('hard');
    expect((await evolve(out)).code).toBe(0);
    const copy = join(home, 'copy-of-log');
    linkSync(join(out, 'log.jsonl'), copy);
    const before = readFileSync(copy, 'utf8');
    expect((await gaitlab(['resume', out, '--generations', '4', '--workers', '1'])).code).toBe(0);
    expect(readFileSync(copy, 'utf8')).toBe(before);
    expect(readFileSync(join(out, 'log.jsonl'), 'utf8').split('\n')).toHaveLength(5);
  });
});

test.each<[string, (lock: string) => void]>([
  ['a folder', (lock) => mkdirSync(lock)],
  ['a link to nothing', (lock) => symlinkSync(join(home, 'nothing'), lock)],
])('a lock that is %s is reported at once', async (_what, make) => {
  const out = folder(`lock-${_what.length}`);
  make(join(out, 'run.lock'));
  const { code, err } = await evolve(out);
  expect(code).toBe(2);
  expect(err).toMatch(/run\.lock is a (folder|link), not a lock of a run; delete it/);
  expect(existsSync(join(out, 'checkpoint.gait'))).toBe(false);
});
