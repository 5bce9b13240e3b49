import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { replayFromDocument } from '../src/format/replay-document.ts';
import type { Replay } from '../src/run/replay.ts';
import type { Timing } from './loops.ts';

/** Timings of one round in a child process, by name. */
export type RoundTimings = Record<string, Timing>;

/** The child's side: for each line of input, measures once and answers with a line of JSON. */
export async function serveRounds(measure: (replay: Replay) => RoundTimings): Promise<void> {
  const file = process.argv[2] ?? '';
  const replay = replayFromDocument(JSON.parse(readFileSync(file, 'utf8')), file);
  for await (const _line of createInterface({ input: process.stdin })) console.log(JSON.stringify(measure(replay)));
}

/** The parent's side: a process that measures one round at a time, so that several can take turns. */
export interface BenchProcess {
  round(): Promise<RoundTimings>;
  end(): void;
}

/** @param program path of the built child, after Node's own options if there are any; `more` are arguments after the replay's file. */
export function startBenchProcess(program: string | string[], replayFile: string, ...more: string[]): BenchProcess {
  const child: ChildProcess = spawn(process.execPath, [program, replayFile, ...more].flat(), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const lost = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}`);
  });
  lost.catch(() => {});
  return {
    async round() {
      child.stdin?.write('\n');
      const [line] = (await Promise.race([once(lines, 'line'), lost])) as [string];
      return JSON.parse(line) as RoundTimings;
    },
    end: () => child.stdin?.end(),
  };
}
