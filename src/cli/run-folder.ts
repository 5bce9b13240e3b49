import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSync as writeAtomically } from 'atomically';
import { replayToDocument } from '../format/replay-document.ts';
import type { Experiment } from '../run/experiment.ts';
import { replayOf } from '../run/replay.ts';
import type { Generation } from '../run/run.ts';
import { Fault } from './fault.ts';

/** What `--out` keeps of a run: run.json, log.jsonl and champion.replay.json. */
export interface RunFolder {
  /** A line in the log; the champion's replay anew when it broke the record. */
  add(generation: Generation, line: object): void;
  /** The run's document with how it ended. */
  finish(experiment: Experiment, summary: object): void;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Throws a Fault when the folder cannot be made or written to. */
export function openRunFolder(folder: string, experiment: Experiment): RunFolder {
  const write = (name: string, value: unknown) => writeAtomically(join(folder, name), json(value));
  const log = join(folder, 'log.jsonl');
  try {
    mkdirSync(folder, { recursive: true });
    write('run.json', { experiment });
    writeFileSync(log, '');
  } catch (error) {
    throw new Fault(`${folder} cannot be written to: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
  return {
    add({ isRecord, champion, state }, line) {
      appendFileSync(log, `${JSON.stringify(line)}\n`);
      if (isRecord && champion) write('champion.replay.json', replayToDocument(replayOf(state.experiment, champion)));
    },
    finish: (experiment, summary) => write('run.json', { experiment, ...summary }),
  };
}
