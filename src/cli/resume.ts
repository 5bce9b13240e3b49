import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeFile } from '../format/container.ts';
import { kindOfDocument } from '../format/recognise.ts';
import { openRunFile } from '../format/run-file.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { otherEngineWarning } from './checkpoint-files.ts';
import { readDocument } from './files.ts';
import { resumeIslands } from './islands.ts';
import { holdsIslands } from './islands-file.ts';
import { checkRestMemory } from './memory-check.ts';
import { printError } from './print.ts';
import { readBytes, STANDARD_INPUT } from './read-file.ts';
import { createRunFolder, reopenRunFolder } from './run-folder.ts';
import { criteriaInDocument, criteriaInFlags, defaultCriteria, type StopCriteria } from './stop-criteria.ts';
import { type TrainingFlags, train } from './train.ts';
import { asUserError, UserError } from './user-error.ts';

/** The limits in run.json; undefined if it has none or cannot be read. */
function criteriaInFolder(folder: string): StopCriteria | undefined {
  try {
    return criteriaInDocument(readDocument(join(folder, 'run.json'), 'record'));
  } catch {
    return undefined;
  }
}

export interface ResumeFlags extends TrainingFlags, StopCriteria {
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

/** Continues the run in a file, which is a checkpoint or was saved by the page, and stores it in a new folder. */
async function resumeFile(file: string, { out, ...flags }: ResumeFlags): Promise<void> {
  const bytes = readBytes(file);
  if (out === undefined && isRecord(bytes, file)) return resume(dirname(file), flags);
  const { checkpoint, isOfThisEngine } = asUserError(() => openRunFile(bytes, file));
  if (out === undefined) throw new UserError(`${file} is a file: give a folder for its run by --out`);
  const { experiment, generation } = checkpoint.state;
  checkRestMemory(experiment, generation, file);
  if (!isOfThisEngine) printError(`${otherEngineWarning(file)}.`);
  const criteria = criteriaInFlags(flags) ?? defaultCriteria;
  await train({ checkpoint, criteria, store: createRunFolder(out, checkpoint, criteria, false), out }, flags);
}

/**
 * Continues the run in a folder to its original limits unless others are given. Throws a UserError when its experiment
 * differs from `expected`.
 */
export async function resume(folder: string, flags: ResumeFlags, expected?: Experiment): Promise<void> {
  if (isFile(folder)) return resumeFile(folder, flags);
  if (expected === undefined && flags.out !== undefined)
    throw new UserError(`--out is for a run in a file; the run in ${folder} stays there`);
  if (holdsIslands(folder)) return resumeIslands(folder, criteriaInFlags(flags), flags);
  const criteria = criteriaInFlags(flags) ?? criteriaInFolder(folder) ?? defaultCriteria;
  const { checkpoint, store } = reopenRunFolder(folder, expected);
  await train({ checkpoint, criteria, store, out: folder }, flags);
}
