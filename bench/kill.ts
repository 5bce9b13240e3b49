import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeFile } from '../src/format/container.ts';
import { checkpointFromDocument } from '../src/format/run-document.ts';
import { stream } from '../src/math/rng.ts';

/**
 * Kills a run by SIGKILL at random moments and resumes it each time, and compares it with the same run left alone. Prints how
 * often and where it was killed, and whether the results are equal. Exits with 1 if not, or if a file could not be read.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    generations: { type: 'string', default: '4000' },
    /** Longest time until a process is killed, milliseconds. */
    within: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
  },
});
const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'gaitlab-kill-'));
const folder = join(temporary, 'killed');
const tiny = [
  ...['--brain', 'linear', '--seed', '7', '--set', 'task.duration=1', '--set', 'optimizer.populationSize=4'],
  ...['--set', 'run.championTrials=1', '--json', '--generations', values.generations],
];
const rng = stream(Number(values.seed), 'kills');

interface End {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built program; kills it after `time` ms when given. */
function gaitlab(words: string[], time?: number): Promise<End> {
  const child: ChildProcess = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const timer = time === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), time);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, err });
    });
  });
}

const logOf = (at: string) =>
  readFileSync(join(at, 'log.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { seconds: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify(rest);
    });

/** Faults in the files that a killed process left. */
function faultsIn(at: string): string[] {
  const faults: string[] = [];
  for (const name of ['checkpoint.gait', 'checkpoint.before.gait']) {
    const file = join(at, name);
    try {
      if (existsSync(file)) checkpointFromDocument(decodeFile(readFileSync(file), file).document, file);
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  for (const name of existsSync(join(at, 'records')) ? readdirSync(join(at, 'records')) : []) {
    if (name.endsWith('.json')) JSON.parse(readFileSync(join(at, 'records', name), 'utf8'));
  }
  return faults;
}

const begin = (at: string) => ['evolve', ...tiny, '--workers', '1', '--out', at];
const faults: string[] = [];
const killedAt: number[] = [];
let [kills, furthest, reached, finished] = [0, 0, 0, 0];
while (kills < Number(values.kills)) {
  const hasCheckpoint = existsSync(join(folder, 'checkpoint.gait'));
  const words = hasCheckpoint ? ['resume', folder, '--json', '--workers', String(1 + (kills % 2))] : begin(folder);
  const { code, out, err } = await gaitlab(words, rng.next() * Number(values.within));
  if (code === 0) {
    // The run finished before the kill: start it again for the remaining kills.
    finished++;
    rmSync(folder, { recursive: true });
    continue;
  }
  if (code !== null || err !== '') faults.push(`${code}: ${err || out}`);
  kills++;
  faults.push(...faultsIn(folder));
  const lines = existsSync(join(folder, 'log.jsonl')) ? logOf(folder).length : 0;
  killedAt.push(lines);
  furthest = Math.max(furthest, lines);
}
const end = existsSync(folder) ? await gaitlab(['resume', folder, '--json']) : await gaitlab(begin(folder));
const whole = await gaitlab(begin(join(temporary, 'whole')));
const hashOf = ({ out }: End) =>
  (JSON.parse(out.trimEnd().split('\n').at(-1) ?? '{}') as { historyHash?: string }).historyHash;
reached = logOf(folder).length;
const sameLog = JSON.stringify(logOf(folder)) === JSON.stringify(logOf(join(temporary, 'whole')));
const result = {
  kills,
  runsFinishedBeforeKill: finished,
  differentMoments: new Set(killedAt).size,
  furthestKill: furthest,
  generations: reached,
  historyHash: hashOf(end),
  uninterrupted: hashOf(whole),
  same: hashOf(end) === hashOf(whole),
  sameLog,
  faults,
};
console.log(JSON.stringify(result, null, 2));
rmSync(temporary, { recursive: true });
if (!result.same || !sameLog || faults.length > 0) process.exitCode = 1;
