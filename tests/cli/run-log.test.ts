import { linkSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRunLog } from '../../src/cli/run-log.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-log-'));
afterAll(() => rmSync(home, { recursive: true }));
let count = 0;
const path = () => join(home, `${count++}.jsonl`);
const read = (file: string) => readFileSync(file, 'utf8');
const lines = (...generations: number[]) => generations.map((generation) => `{"generation":${generation}}\n`).join('');

test('lines are written when flushed, in order, once each', () => {
  const file = path();
  const log = openRunLog(file, 0);
  log.add({ generation: 0 });
  expect(read(file)).toBe('');
  log.flush();
  log.flush();
  expect(read(file)).toBe(lines(0));
  log.add({ generation: 1 });
  log.markSaved();
  log.add({ generation: 2 });
  log.flush();
  log.sync();
  expect(read(file)).toBe(lines(0, 1, 2));
  log.close();
});

test('lines that no checkpoint covers are withdrawn, and written again', () => {
  const file = path();
  const log = openRunLog(file, 0);
  log.add({ generation: 0 });
  log.flush();
  log.markSaved();
  log.add({ generation: 1 });
  log.flush();
  log.withdraw();
  expect(read(file)).toBe(lines(0));
  log.add({ generation: 2 });
  log.flush();
  expect(read(file)).toBe(lines(0, 1, 2));
  log.close();
});

test.each([
  [lines(0, 1, 2, 3), 2, lines(0, 1)],
  [lines(0, 1), 2, lines(0, 1)],
  [lines(0, 1, 2), 0, ''],
  [`${lines(0)}{"generation":1`, 2, lines(0)],
  [`${lines(0)}{"gener\n${lines(1)}`, 2, lines(0)],
  [`${lines(0)}{"generation":"1"}\n${lines(1)}`, 2, lines(0)],
  ['', 2, ''],
])('of %j, a run that continues at generation %i keeps the earlier lines', (content, generation, kept) => {
  const file = path();
  writeFileSync(file, content);
  const log = openRunLog(file, generation);
  expect(read(file)).toBe(kept);
  log.add({ generation: 9 });
  log.flush();
  expect(read(file)).toBe(kept + lines(9));
  log.close();
});

test('a file that was moved or got a second hard link is left unchanged, and a new one is written', () => {
  for (const take of [renameSync, linkSync]) {
    const [file, elsewhere] = [path(), path()];
    const log = openRunLog(file, 0);
    log.add({ generation: 0 });
    log.flush();
    take(file, elsewhere);
    log.add({ generation: 1 });
    log.flush();
    expect(read(elsewhere)).toBe(lines(0));
    expect(read(file)).toBe(lines(0, 1));
    log.close();
  }
});
