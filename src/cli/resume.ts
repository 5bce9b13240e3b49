import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runFromFile } from '../format/run-file.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { defaultEnds, type Ends, endsFrom, endsIn } from './ends.ts';
import { Fault, orFail } from './fault.ts';
import { readJson } from './files.ts';
import { createRunFolder, reopenRunFolder } from './run-folder.ts';
import { type TrainingFlags, train } from './train.ts';

/** The ends that a run was begun with, where its run.json still says so. */
function formerEnds(folder: string): Ends | undefined {
  try {
    return endsFrom(readJson(join(folder, 'run.json')));
  } catch {
    return undefined;
  }
}

export interface ResumeFlags extends TrainingFlags, Ends {
  out?: string;
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function readRun(file: string): Checkpoint {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Fault(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
  return orFail(() => runFromFile(bytes, file));
}

/** Goes on with the run in a file, as a page exports it or a checkpoint is, keeping it in a folder of its own. */
async function resumeFile(file: string, { out, ...flags }: ResumeFlags): Promise<void> {
  if (out === undefined) throw new Fault(`${file} is a file: say by --out in which folder its run is to be kept`);
  const checkpoint = readRun(file);
  const ends = endsIn(flags) ?? defaultEnds;
  await train({ checkpoint, ends, store: createRunFolder(out, checkpoint, ends, false), out }, flags);
}

/**
 * Goes on with the run in a folder, to the ends it was begun with unless others are given. Throws a Fault when it is a run of
 * another experiment than was asked for.
 */
export async function resume(folder: string, flags: ResumeFlags, asked?: Experiment): Promise<void> {
  if (isFile(folder)) return resumeFile(folder, flags);
  if (asked === undefined && flags.out !== undefined)
    throw new Fault(`--out goes with a file; the run in ${folder} is kept there`);
  const ends = endsIn(flags) ?? formerEnds(folder) ?? defaultEnds;
  const { checkpoint, store } = reopenRunFolder(folder, asked);
  await train({ checkpoint, ends, store, out: folder }, flags);
}
