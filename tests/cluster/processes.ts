import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jsonLines } from '../cli/gaitlab.ts';

/** A process of the built program. */
export interface Program {
  process: ChildProcess;
  /** What it has printed, on stdout and stderr together. */
  printed(): string;
  /** Resolves when it has printed a text; rejects if it ends before. */
  prints(text: string | RegExp): Promise<void>;
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
}

export const program = (...words: string[]): Program => programWith({}, ...words);

/** @param variables of its environment, beside those of this process */
export function programWith(variables: Record<string, string>, ...words: string[]): Program {
  const { NODE_ENV, VITEST, ...inherited } = process.env;
  const env = { ...inherited, ...variables };
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const child = spawn(process.execPath, [cli, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let look = () => {};
  const add = (data: string) => {
    out += data;
    look();
  };
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    printed: () => out,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const before = look;
        look = () => {
          before();
          if (typeof text === 'string' ? out.includes(text) : text.test(out)) resolve();
        };
        look();
        void ended.then(() => reject(new Error(`it ended without printing ${text}: ${out}`)));
      }),
    ended,
  };
}

/** The last line of a run's JSON, between messages. */
export const summaryOf = (printed: string) => jsonLines(printed.replace(/^(?!\{).*\n/gm, '')).at(-1)!;

/** A worker process that has joined a queue. */
export async function startWorker(url: string, name: string, variables: Record<string, string> = {}): Promise<Program> {
  const worker = programWith(variables, 'worker', '--queue', url, '--threads', '1', '--name', name);
  await worker.prints('takes batches from');
  return worker;
}
