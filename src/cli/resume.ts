import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeFile } from '../format/container.ts';
import { kindOfDocument } from '../format/recognise.ts';
import { openRunFile } from '../format/run-file.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { defaultEnds, type Ends, endsFrom, endsIn } from './ends.ts';
import { Fault, orFail } from './fault.ts';
import { readDocument } from './files.ts';
import { readBytes, STANDARD_INPUT } from './read-file.ts';
import { createRunFolder, reopenRunFolder } from './run-folder.ts';
import { type TrainingFlags, train } from './train.ts';

/** The limits with which the run was started, if its run.json has them. */
function formerEnds(folder: string): Ends | undefined {
  try {
    return endsFrom(readDocument(join(folder, 'run.json'), 'record'));
  } catch {
    return undefined;
  }
}

export interface ResumeFlags extends TrainingFlags, Ends {
  out?: string;
}

/** True if a path is to be read as a file: it exists and is not a folder. */
function isFile(path: string): boolean {
  const stats = path === STANDARD_INPUT ? undefined : statSync(path, { throwIfNoEntry: false });
  return path === STANDARD_INPUT || (stats !== undefined && !stats.isDirectory());
}

/** True if the bytes are the run.json of a run folder. */
function isRecord(bytes: Uint8Array, file: string): boolean {
  if (basename(file) !== 'run.json') return false;
  try {
    return kindOfDocument(decodeFile(bytes, file).document) === 'record';
  } catch {
    return false;
  }
}

/** Continues the run in a file, either a page's export or a checkpoint, and stores it in a new folder. */
async function resumeFile(file: string, { out, ...flags }: ResumeFlags): Promise<void> {
  const bytes = readBytes(file);
  if (out === undefined && isRecord(bytes, file)) return resume(dirname(file), flags);
  const { checkpoint, isOfThisEngine } = orFail(() => openRunFile(bytes, file));
  if (out === undefined) throw new Fault(`${file} is a file: say by --out in which folder its run is to be kept`);
  if (!isOfThisEngine)
    console.error(`gaitlab: ${file} is of another version of the simulation; it may go on to other bits.`);
  const ends = endsIn(flags) ?? defaultEnds;
  await train({ checkpoint, ends, store: createRunFolder(out, checkpoint, ends, false), out }, flags);
}

/**
 * Continues the run in a folder to its original limits unless others are given. Throws a Fault when its experiment
 * differs from `asked`.
 */
export async function resume(folder: string, flags: ResumeFlags, asked?: Experiment): Promise<void> {
  if (isFile(folder)) return resumeFile(folder, flags);
  if (asked === undefined && flags.out !== undefined)
    throw new Fault(`--out goes with a file; the run in ${folder} is kept there`);
  const ends = endsIn(flags) ?? formerEnds(folder) ?? defaultEnds;
  const { checkpoint, store } = reopenRunFolder(folder, asked);
  await train({ checkpoint, ends, store, out: folder }, flags);
}
