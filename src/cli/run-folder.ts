import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Replay } from '../run/replay.ts';
import {
  CHECKPOINT_NAMES,
  createCheckpointWriter,
  findCheckpoint,
  hasCheckpoint,
  removeCheckpoints,
} from './checkpoint-files.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import type { Ends } from './ends.ts';
import { Fault } from './fault.ts';
import { makeFolder } from './make-folder.ts';
import { kindAt, refuseForeign } from './plain-file.ts';
import { lockRun } from './run-lock.ts';
import { openRunLog } from './run-log.ts';
import { createRunStore, type RunStore } from './run-store.ts';
import { shellQuoted } from './shell-quoted.ts';

const LOG = 'log.jsonl';
const RUN = 'run.json';
const CHAMPION = 'champion.replay.json';
const RECORDS = 'records';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** True if a folder holds a run or the remains of one. */
export const holdsRun = (folder: string) =>
  hasCheckpoint(folder) ||
  [RUN, LOG, CHAMPION].some((name) => kindAt(join(folder, name)) !== 'nothing') ||
  recordsIn(folder).length > 0;

/** Locks the folder and runs `open`. A system error becomes a Fault. */
function locked<T>(folder: string, open: (release: () => void) => T): T {
  let release = () => {};
  try {
    release = lockRun(folder);
    return open(release);
  } catch (error) {
    release();
    if (error instanceof Fault || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Fault(`${folder} cannot be written to: ${storageTrouble(error)}`);
  }
}

/** Generation of a record from its file name; undefined for a name that this program does not write. */
function recordGeneration(name: string): number | undefined {
  const digits = /^(0|[1-9]\d{0,14})\.replay\.json$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** This program's record files: plain files with exactly matching names, in a folder that is not a link. */
function recordsIn(folder: string): { file: string; generation: number }[] {
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

function writeBest(folder: string, { generation }: { generation: number }, document: unknown): void {
  const records = join(folder, RECORDS);
  refuseForeign(records, 'folder');
  // Creates only the records folder, not the run's folder: a run folder that was moved away is not created again.
  if (kindAt(records) === 'nothing') mkdirSync(records);
  writeDurably(join(records, `${generation}.replay.json`), json(document));
  writeDurably(join(folder, CHAMPION), json(document));
}

/** Throws a Fault that names the first of the run's paths that is a link, or a folder in place of a file. */
function refuseForeignParts(folder: string): void {
  try {
    for (const name of [...CHECKPOINT_NAMES, RUN, LOG, CHAMPION]) {
      refuseForeign(join(folder, name), 'file');
      refuseForeign(join(folder, `${name}.new`), 'file');
    }
    refuseForeign(join(folder, RECORDS), 'folder');
  } catch (error) {
    throw new Fault(`${(error as Error).message}; choose another folder, or remove it`);
  }
}

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
    checkpoints: createCheckpointWriter(folder, isGood, log.giveBack),
    freeBytes: () => freeBytes(folder),
    writeBest: (best: Replay) => writeBest(folder, best, replayToDocument(best)),
    writeRun: (document) => writeDurably(join(folder, RUN), json(document)),
    release,
  });
}

/**
 * Creates a folder for a new run: checkpoint.gait and the previous checkpoint, run.json, log.jsonl,
 * champion.replay.json, and in records every champion that broke the record. Throws a Fault if the folder cannot be
 * created, has links or folders in place of these files, or holds a run and `force` is false; with `force` that run is
 * deleted, and nothing else.
 */
export function createRunFolder(folder: string, begun: Checkpoint, ends: Ends, force: boolean): RunStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Fault(`${folder} cannot be made: ${storageTrouble(error)}`);
  }
  refuseForeignParts(folder);
  return locked(folder, (release) => {
    if (holdsRun(folder)) {
      if (!force) {
        throw new Fault(
          `${folder} holds a run already; resume it by "gaitlab resume ${shellQuoted(folder)}", or start over by --force, which deletes it`,
        );
      }
      removeCheckpoints(folder);
      removeRecords(folder, 0);
      for (const name of [RUN, CHAMPION, LOG]) rmSync(join(folder, name), { force: true });
    }
    const store = storeIn(folder, begun, false, release);
    store.begin(begun, ends);
    return store;
  });
}

/** A run from a folder, ready to resume. */
export interface Reopened {
  checkpoint: Checkpoint;
  store: RunStore;
}

/** True if two experiments are equal apart from amendments. */
const isSameRun = (a: Experiment, b: Experiment) =>
  JSON.stringify({ ...a, amendments: [] }) === JSON.stringify({ ...b, amendments: [] });

/**
 * Opens the run in a folder at its last checkpoint; warnings go to stderr. Throws a Fault if there is no run, if no
 * checkpoint is readable, or if the run's experiment differs from `asked`.
 */
export function reopenRunFolder(folder: string, asked?: Experiment): Reopened {
  if (!existsSync(folder)) throw new Fault(`there is no folder ${folder}`);
  if (!hasCheckpoint(folder)) throw new Fault(`${folder} holds no run to resume: it has no checkpoint.gait`);
  refuseForeignParts(folder);
  return locked(folder, (release) => {
    const found = findCheckpoint(folder);
    if (found === undefined) throw new Fault(`${folder} holds no run to resume: it has no checkpoint.gait`);
    if (asked !== undefined && !isSameRun(asked, found.checkpoint.state.experiment))
      throw new Fault(
        `${folder} holds a run of another experiment; resume that by "gaitlab resume ${shellQuoted(folder)}"`,
      );
    if (found.warning !== '') console.error(`gaitlab: ${found.warning}.`);
    const { checkpoint } = found;
    removeRecords(folder, checkpoint.state.generation);
    const store = storeIn(folder, checkpoint, found.isNewest, release);
    if (checkpoint.best) writeBest(folder, checkpoint.best, replayToDocument(checkpoint.best));
    else rmSync(join(folder, CHAMPION), { force: true });
    return { checkpoint, store };
  });
}
