import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Not the cache of the person who runs the tests. */
export const CACHE = join(tmpdir(), `gaitlab-cache-${process.pid}`);

/** The result of a command. */
export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** The built program with these words on its command line; `watch` is given it and what it has printed, as it comes. */
export function gaitlab(words: string[], watch?: (program: ChildProcess, out: string) => void): Promise<Outcome> {
  const { NODE_ENV, VITEST, ...inherited } = process.env;
  const env = { ...inherited, XDG_CACHE_HOME: CACHE };
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const program = spawn(process.execPath, [cli, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    watch?.(program, out);
  });
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (code) => resolve({ code, out, err }));
  });
}

/** The lines of a text, each of which is JSON. */
export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Flags of an experiment that takes a moment. */
export const QUICK = [
  ...['--brain', 'linear', '--seed', '7', '--set', 'task.duration=2', '--set', 'optimizer.populationSize=6'],
];
