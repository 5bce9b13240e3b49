import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gaitlab, jsonLines, QUICK } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-islands-'));
afterAll(() => rmSync(home, { recursive: true }));

const ISLANDS = ['evolve', ...QUICK, '--islands', '2', '--migrate-every', '2', '--json'];
const last = (out: string) => jsonLines(out).at(-1)!;

test('islands have the same bits with any number of workers, and after they were resumed', async () => {
  const one = await gaitlab([...ISLANDS, '--generations', '5', '--workers', '1']);
  const folder = join(home, 'resumed');
  await gaitlab([...ISLANDS, '--generations', '3', '--workers', '2', '--out', folder]);
  const resumed = await gaitlab(['resume', folder, '--generations', '5', '--json']);
  const { historyHash, byIsland, evaluations } = last(one.out);
  expect(last(resumed.out)).toMatchObject({ historyHash, byIsland, evaluations, generations: 5 });
  expect(await gaitlab(['replay', folder, '--verify'])).toMatchObject({ code: 0 });

  // Seven generations are more than five: nothing to do but to print the same again.
  expect(last((await gaitlab(['resume', folder, '--generations', '5', '--json'])).out).historyHash).toBe(historyHash);
  const file = join(folder, 'islands.json');
  const document = JSON.parse(readFileSync(file, 'utf8'));
  document.islands.reverse();
  writeFileSync(file, JSON.stringify(document));
  const { code, err } = await gaitlab(['resume', folder]);
  expect(code).toBe(2);
  expect(err).toContain('islands.json: islands[1] is not an island of the experiment of islands[0]');
});

test('a folder of islands is replaced by --force alone, never by a run without islands nor through a link', async () => {
  const folder = join(home, 'taken');
  const islands = [...ISLANDS, '--generations', '1', '--out', folder];
  expect((await gaitlab(islands)).code).toBe(0);
  expect((await gaitlab(islands)).err).toContain('already has a run; continue it by');
  expect((await gaitlab([...islands, '--force'])).code).toBe(0);
  const before = readFileSync(join(folder, 'islands.json'), 'utf8');
  for (const force of [[], ['--force']]) {
    const { code, err } = await gaitlab(['evolve', ...QUICK, '--generations', '1', '--out', folder, ...force]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `gaitlab: ${folder} already has a run of islands: choose another folder\n`,
    });
  }
  expect(readFileSync(join(folder, 'islands.json'), 'utf8')).toBe(before);

  // Beside a run's files, as by a copy of one folder into another, nothing may be deleted.
  const log = join(folder, 'log.jsonl');
  writeFileSync(log, '{}\n');
  const refused = await gaitlab([...islands, '--force']);
  expect(refused.err).toContain('already has a run without islands');
  expect(readFileSync(join(folder, 'islands.json'), 'utf8')).toBe(before);
  rmSync(log);

  const kept = join(home, 'kept.json');
  writeFileSync(kept, before);
  rmSync(join(folder, 'islands.json'));
  symlinkSync(kept, join(folder, 'islands.json'));
  for (const args of [
    [...islands, '--force'],
    ['resume', folder],
  ]) {
    const { code, err } = await gaitlab(args);
    expect(code).toBe(2);
    expect(err).toContain('does not write through it');
  }
  expect(readFileSync(kept, 'utf8')).toBe(before);
});

test('flags of islands that make no sense are refused', async () => {
  const { code, err } = await gaitlab(['evolve', ...QUICK, '--migrate-every', '2']);
  expect({ code, err }).toEqual({ code: 2, err: 'gaitlab: --migrate-every needs --islands 2 or more\n' });
});
