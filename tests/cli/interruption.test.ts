import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gaitlab, jsonLines } from './gaitlab.ts';

const home = mkdtempSync(join(tmpdir(), 'gaitlab-interruption-'));
afterAll(() => rmSync(home, { recursive: true }));

/** A run whose first generation takes a moment, and which then goes on as said. */
function begin(name: string, later: object): { folder: string; words: string[] } {
  const file = join(home, `${name}.json`);
  const experiment = {
    body: 'caterpillar',
    task: { name: 'walk', duration: 1 },
    brain: { name: 'linear' },
    optimizer: { name: 'snes', populationSize: 4 },
    amendments: [{ generation: 1, changes: later }],
  };
  writeFileSync(file, JSON.stringify(experiment));
  const folder = join(home, name);
  return { folder, words: ['evolve', file, '--json', '--workers', '1', '--out', folder, '--generations', '100000'] };
}

/** Runs a program that is sent these signals once it has told of a generation. */
function told(words: string[], ...signals: NodeJS.Signals[]) {
  let isTold = false;
  return gaitlab(words, (program, out) => {
    if (isTold || !out.includes('\n')) return;
    isTold = true;
    for (const signal of signals) program.kill(signal);
  });
}
const linesIn = (folder: string) => jsonLines(readFileSync(join(folder, 'log.jsonl'), 'utf8'));

test.each<[NodeJS.Signals, number]>([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s ends a run after the current generation, with everything saved and exit code %i', async (signal, exit) => {
  const { folder, words } = begin(signal, { 'run.championTrials': 3 });
  const { code, out } = await told(words, signal);
  expect(code).toBe(exit);
  const summary = jsonLines(out).at(-1)!;
  expect(summary).toMatchObject({ done: false, ended: 'interrupted', interrupted: true });
  expect(linesIn(folder)).toHaveLength(Number(summary.generations));
  expect(existsSync(join(folder, 'run.lock'))).toBe(false);
});

test('a second signal ends the run at once, within a generation, and the saved part can be resumed', async () => {
  // Caterpillars never fall: more than a minute of work.
  const { folder, words } = begin('twice', { 'task.duration': 120, 'task.stagnation': 120, 'run.trials': 64 });
  // Two alike at one moment are one to the system.
  const { code, out } = await told(words, 'SIGINT', 'SIGTERM');
  expect([130, 143]).toContain(code);
  expect(jsonLines(out).map(({ generation }) => generation)).toEqual([0]);
  expect(linesIn(folder)).toHaveLength(1);
  const resumed = await gaitlab(['resume', folder, '--json', '--generations', '1']);
  expect(resumed).toMatchObject({ code: 0, err: '' });
  expect(jsonLines(resumed.out).at(-1)).toMatchObject({ done: true, generations: 1 });
});
