import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { replayFromDocument } from '../src/format/replay-document.ts';
import type { Replay } from '../src/run/replay.ts';
import type { Sample } from './loops.ts';

/** What a child process measured in one round, by name. */
export type Round = Record<string, Sample>;

/** The child's side: measures once for each line on its input, and answers with a line of JSON. */
export async function serveRounds(measure: (replay: Replay) => Round): Promise<void> {
  const file = process.argv[2] ?? '';
  const replay = replayFromDocument(JSON.parse(readFileSync(file, 'utf8')), file);
  for await (const _line of createInterface({ input: process.stdin })) console.log(JSON.stringify(measure(replay)));
}

/** The parent's side: a process that measures when asked, one round at a time, so that rivals can take turns. */
export interface Rival {
  round(): Promise<Round>;
  end(): void;
}

/** @param script of the built child. */
export function startRival(script: string, replayFile: string): Rival {
  const child: ChildProcess = spawn(process.execPath, [script, replayFile], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const lost = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}`);
  });
  lost.catch(() => {});
  return {
    async round() {
      child.stdin?.write('\n');
      const [line] = (await Promise.race([once(lines, 'line'), lost])) as [string];
      return JSON.parse(line) as Round;
    },
    end: () => child.stdin?.end(),
  };
}
