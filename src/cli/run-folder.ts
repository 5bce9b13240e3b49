import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Replay } from '../run/replay.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import {
  CHECKPOINT_NAMES,
  createCheckpointWriter,
  findCheckpoint,
  hasCheckpoint,
  removeCheckpoints,
} from './checkpoint-files.ts';
import { refuseForeignPaths } from './foreign-paths.ts';
import { holdsIslands } from './islands-file.ts';
import { makeFolder } from './make-folder.ts';
import { checkRestMemory } from './memory-check.ts';
import { kindAt, refuseForeign } from './plain-file.ts';
import { printError } from './print.ts';
import { withRunLock } from './run-lock.ts';
import { openRunLog } from './run-log.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { shellQuoted } from './shell-quoted.ts';
import type { StopCriteria } from './stop-criteria.ts';
import { UserError } from './user-error.ts';

const LOG = 'log.jsonl';
const RUN = 'run.json';
const CHAMPION = 'champion.replay.json';
const RECORDS = 'records';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** True if a folder holds a run or the remains of one. @param except names of files that another kind of run writes too. */
export const holdsRun = (folder: string, except: readonly string[] = []) =>
  hasCheckpoint(folder) ||
  [RUN, LOG, CHAMPION].some((name) => !except.includes(name) && kindAt(join(folder, name)) !== 'nothing') ||
  recordsIn(folder).length > 0;

/** Generation of a record from its file name; undefined for a name that this program does not write. */
function recordGeneration(name: string): number | undefined {
  const digits = /^(0|[1-9]\d{0,14})\.replay\.json$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** This program's record files, in no order: plain files with exactly matching names, in a folder that is not a link. */
export function recordsIn(folder: string): { file: string; generation: number }[] {
  const records = join(folder, RECORDS);
  if (kindAt(records) !== 'folder') return [];
  return readdirSync(records).flatMap((name) => {
    const generation = recordGeneration(name);
    const file = join(records, name);
    return generation !== undefined && kindAt(file) === 'file' ? [{ file, generation }] : [];
  });
}

/** Removes the records of generation `from` and later, which the run will reach again. */
function removeRecords(folder: string, from: number): void {
  for (const { file, generation } of recordsIn(folder)) if (generation >= from) rmSync(file, { force: true });
}

function writeChampion(folder: string, { generation }: { generation: number }, document: unknown): void {
  const records = join(folder, RECORDS);
  refuseForeign(records, 'folder');
  // Creates only the records folder, not the run's folder: a run folder that was moved away is not created again.
  if (kindAt(records) === 'nothing') mkdirSync(records);
  writeAtomically(join(records, `${generation}.replay.json`), json(document));
  writeAtomically(join(folder, CHAMPION), json(document));
}

/** Files that a run writes. */
const FILES = [...CHECKPOINT_NAMES, RUN, LOG, CHAMPION];

/** Free bytes on the folder's disk; Infinity if the system does not report them. */
function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The store of a run in a locked folder, starting at `checkpoint`. */
function storeIn(folder: string, checkpoint: Checkpoint, isGood: boolean, release: () => void): RunStore {
  const log = openRunLog(join(folder, LOG), checkpoint.state.generation);
  return createRunStore({
    folder,
    savedUpTo: checkpoint.state.generation,
    log,
    checkpoints: createCheckpointWriter(folder, isGood, log.withdraw),
    freeBytes: () => freeBytes(folder),
    writeChampion: (best: Replay) => writeChampion(folder, best, replayToDocument(best)),
    writeRun: (document) => writeAtomically(join(folder, RUN), json(document)),
    release,
  });
}

/**
 * Creates a folder for a new run: checkpoint.gait and the previous checkpoint, run.json, log.jsonl,
 * champion.replay.json, and in records every champion that broke the record. Throws a UserError if the folder cannot be
 * created, has links or folders in place of these files, holds islands, or holds a run and `force` is false; with `force` that run is
 * deleted, and nothing else.
 */
export function createRunFolder(
  folder: string,
  checkpoint: Checkpoint,
  criteria: StopCriteria,
  force: boolean,
): RunStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new UserError(`${folder} cannot be created: ${describeStorageError(error)}`);
  }
  if (holdsIslands(folder)) throw new UserError(`${folder} already has a run of islands: choose another folder`);
  refuseForeignPaths(folder, FILES, [RECORDS]);
  return withRunLock(folder, (release) => {
    if (holdsRun(folder)) {
      if (!force) {
        throw new UserError(
          `${folder} already has a run; continue it by "gaitlab resume ${shellQuoted(folder)}", or replace it by --force, which deletes it`,
        );
      }
      removeCheckpoints(folder);
      removeRecords(folder, 0);
      for (const name of [RUN, CHAMPION, LOG]) rmSync(join(folder, name), { force: true });
    }
    const store = storeIn(folder, checkpoint, false, release);
    store.begin(checkpoint, criteria);
    return store;
  });
}

/** A run from a folder, ready to resume. */
export interface ReopenedRun {
  checkpoint: Checkpoint;
  store: RunStore;
}

/** True if two experiments are equal apart from amendments. */
const isSameRun = (a: Experiment, b: Experiment) =>
  JSON.stringify({ ...a, amendments: [] }) === JSON.stringify({ ...b, amendments: [] });

/**
 * Opens the run in a folder at its last checkpoint; warnings go to stderr. Throws a UserError if there is no run, if no
 * checkpoint is readable, if the rest of the run needs too much memory, or if its experiment differs from `expected`.
 */
export function reopenRunFolder(folder: string, expected?: Experiment): ReopenedRun {
  if (!existsSync(folder)) throw new UserError(`there is no folder ${folder}`);
  if (!hasCheckpoint(folder)) throw new UserError(`${folder} has no run to continue: there is no checkpoint.gait`);
  refuseForeignPaths(folder, FILES, [RECORDS]);
  return withRunLock(folder, (release) => {
    const found = findCheckpoint(folder);
    if (found === undefined) throw new UserError(`${folder} has no run to continue: there is no checkpoint.gait`);
    if (expected !== undefined && !isSameRun(expected, found.checkpoint.state.experiment))
      throw new UserError(
        `${folder} has a run of another experiment; continue that by "gaitlab resume ${shellQuoted(folder)}"`,
      );
    if (found.warning !== '') printError(`${found.warning}.`);
    const { checkpoint } = found;
    const { experiment, generation } = checkpoint.state;
    checkRestMemory(experiment, generation, folder);
    removeRecords(folder, checkpoint.state.generation);
    const store = storeIn(folder, checkpoint, found.isNewest, release);
    if (checkpoint.best) writeChampion(folder, checkpoint.best, replayToDocument(checkpoint.best));
    else rmSync(join(folder, CHAMPION), { force: true });
    return { checkpoint, store };
  });
}
