import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import type { Replay } from '../run/replay.ts';
import { createCheckpointWriter, findCheckpoint, hasCheckpoint, removeCheckpoints } from './checkpoint-files.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import type { Ends } from './ends.ts';
import { Fault } from './fault.ts';
import { makeFolder } from './make-folder.ts';
import { lockRun } from './run-lock.ts';
import { openRunLog } from './run-log.ts';
import { createRunStore, type RunStore } from './run-store.ts';

const [LOG, RUN, CHAMPION, RECORDS] = ['log.jsonl', 'run.json', 'champion.replay.json', 'records'];

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Whether there is a run in a folder, or what is left of one. */
export const holdsRun = (folder: string) =>
  hasCheckpoint(folder) || [RUN, LOG, CHAMPION].some((name) => existsSync(join(folder, name as string)));

/** Runs `open` with the folder locked. What the system has against it becomes a Fault. */
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

/** The champions of records broken in `generation` or later: of a time that is to come again. */
function removeRecords(folder: string, generation: number): void {
  const records = join(folder, RECORDS as string);
  if (!existsSync(records)) return;
  for (const name of readdirSync(records)) {
    if (Number.parseInt(name, 10) >= generation) rmSync(join(records, name), { force: true });
  }
}

function writeBest(folder: string, { generation }: { generation: number }, document: unknown): void {
  makeFolder(join(folder, RECORDS as string));
  writeDurably(join(folder, RECORDS as string, `${generation}.replay.json`), json(document));
  writeDurably(join(folder, CHAMPION as string), json(document));
}

/** The store of a run in a folder that is locked, from `checkpoint` on. */
function storeIn(folder: string, checkpoint: Checkpoint, isGood: boolean, release: () => void): RunStore {
  removeRecords(folder, checkpoint.state.generation);
  return createRunStore({
    folder,
    savedUpTo: checkpoint.state.generation,
    log: openRunLog(join(folder, LOG as string), checkpoint.state.generation),
    checkpoints: createCheckpointWriter(folder, isGood),
    writeBest: (best: Replay) => writeBest(folder, best, replayToDocument(best)),
    writeRun: (document) => writeDurably(join(folder, RUN as string), json(document)),
    release,
  });
}

/**
 * A folder for a run that begins: checkpoint.gait and the one before it, run.json, log.jsonl, champion.replay.json, and every
 * champion that broke the record in records. Throws a Fault when the folder cannot be made, or holds a run and `force` is not
 * given; with it, that run is deleted.
 */
export function createRunFolder(folder: string, begun: Checkpoint, ends: Ends, force: boolean): RunStore {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Fault(`${folder} cannot be made: ${storageTrouble(error)}`);
  }
  return locked(folder, (release) => {
    if (holdsRun(folder)) {
      if (!force) {
        throw new Fault(
          `${folder} holds a run already; go on with it by "gaitlab resume ${folder}", or start over by --force, which deletes it`,
        );
      }
      removeCheckpoints(folder);
      for (const name of [RUN, CHAMPION]) rmSync(join(folder, name as string), { force: true });
    }
    const store = storeIn(folder, begun, false, release);
    store.begin(begun, ends);
    return store;
  });
}

/** What is in a folder to go on with. */
export interface Reopened {
  checkpoint: Checkpoint;
  store: RunStore;
}

/** Whether two experiments are the same but for what was changed on the way. */
const isSameRun = (a: Experiment, b: Experiment) =>
  JSON.stringify({ ...a, amendments: [] }) === JSON.stringify({ ...b, amendments: [] });

/**
 * The run in a folder, where it was last saved; warnings go to stderr. Throws a Fault when there is none, none that can be
 * read, or one of another experiment than was asked for.
 */
export function reopenRunFolder(folder: string, asked?: Experiment): Reopened {
  if (!existsSync(folder)) throw new Fault(`there is no folder ${folder}`);
  if (!hasCheckpoint(folder)) throw new Fault(`${folder} holds no run to go on with: it has no checkpoint.gait`);
  return locked(folder, (release) => {
    const found = findCheckpoint(folder);
    if (found === undefined) throw new Fault(`${folder} holds no run to go on with: it has no checkpoint.gait`);
    if (asked !== undefined && !isSameRun(asked, found.checkpoint.state.experiment))
      throw new Fault(`${folder} holds a run of another experiment; go on with that by "gaitlab resume ${folder}"`);
    if (found.warning !== '') console.error(`gaitlab: ${found.warning}.`);
    const { checkpoint } = found;
    const store = storeIn(folder, checkpoint, found.isNewest, release);
    if (checkpoint.best) writeBest(folder, checkpoint.best, replayToDocument(checkpoint.best));
    else rmSync(join(folder, CHAMPION as string), { force: true });
    return { checkpoint, store };
  });
}
