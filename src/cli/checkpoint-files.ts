import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFile, encodeFile } from '../format/container.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from '../format/run-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { writeDurably } from './durable.ts';
import { Fault } from './fault.ts';
import { kindAt, refuseForeign, writeNewFile } from './plain-file.ts';

const NEWEST = 'checkpoint.gait';
const BEFORE = 'checkpoint.before.gait';
export const CHECKPOINT_NAMES = [NEWEST, BEFORE] as const;

/** A checkpoint from a folder, with a warning about it; the warning is empty if there is none. */
export interface FoundCheckpoint {
  checkpoint: Checkpoint;
  warning: string;
  /** True for the newest checkpoint, which may become the previous one. */
  isNewest: boolean;
}

function read(file: string): Checkpoint & { isOfThisEngine: boolean } {
  refuseForeign(file, 'file');
  const { kind, document } = decodeFile(readFileSync(file), file);
  if (kind !== 'run') throw new Error(`${file} is not a checkpoint of a run`);
  return { ...checkpointFromDocument(document, file), isOfThisEngine: isOfThisEngine(document) };
}

/** The newest readable checkpoint in a folder; undefined if there are none. Throws a Fault when all are damaged. */
export function findCheckpoint(folder: string): FoundCheckpoint | undefined {
  const faults: string[] = [];
  for (const name of CHECKPOINT_NAMES) {
    const file = join(folder, name);
    if (kindAt(file) === 'nothing') continue;
    try {
      const { isOfThisEngine, ...checkpoint } = read(file);
      const fallen = faults.length > 0 ? `${faults[0]}; going on from the one before` : '';
      const other = isOfThisEngine
        ? ''
        : `${file} was made by another version of the simulation; it may continue to other bits`;
      return {
        checkpoint,
        warning: [fallen, other].filter((each) => each !== '').join('. '),
        isNewest: name === NEWEST,
      };
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new Fault(faults.join('; '));
  return undefined;
}

export const hasCheckpoint = (folder: string) =>
  CHECKPOINT_NAMES.some((name) => kindAt(join(folder, name)) !== 'nothing');

/** Copies the newest checkpoint to the previous one, so that one always exists. Does nothing if there is none yet. */
function rotate(folder: string): void {
  const [newest, before] = [join(folder, NEWEST), join(folder, BEFORE)];
  if (kindAt(newest) === 'nothing') return;
  for (const each of [newest, before]) refuseForeign(each, 'file');
  const beside = `${before}.new`;
  refuseForeign(beside, 'file');
  rmSync(beside, { force: true });
  try {
    linkSync(newest, beside);
  } catch {
    // The file system has no hard links.
    writeNewFile(beside, readFileSync(newest));
  }
  renameSync(beside, before);
}

/** Writes checkpoints to a folder and keeps the previous one each time. */
export interface CheckpointWriter {
  /** Returns the number of bytes written. Throws the system's error and then leaves the newest checkpoint in place. */
  write(checkpoint: Checkpoint): number;
}

const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * @param isGood whether the newest checkpoint in the folder is readable and may become the previous one
 * @param makeRoom frees less important data when the disk is full
 */
export function createCheckpointWriter(folder: string, isGood: boolean, makeRoom: () => void): CheckpointWriter {
  let isNewestGood = isGood;
  const newest = join(folder, NEWEST);

  /**
   * On a full disk the new checkpoint has priority over the previous one, and the previous one over the newest log
   * lines.
   */
  function writeForced(bytes: Uint8Array): void {
    if (kindAt(newest) === 'file' && isNewestGood) rmSync(join(folder, BEFORE), { force: true });
    try {
      writeDurably(newest, bytes);
    } catch (error) {
      if (!isFull(error)) throw error;
      makeRoom();
      writeDurably(newest, bytes);
    }
  }

  return {
    write(checkpoint) {
      const bytes = encodeFile('run', checkpointToDocument(checkpoint));
      try {
        if (isNewestGood) rotate(folder);
        writeDurably(newest, bytes);
      } catch (error) {
        if (!isFull(error)) throw error;
        writeForced(bytes);
      }
      isNewestGood = true;
      return bytes.length;
    },
  };
}

/** Removes all checkpoints. */
export function removeCheckpoints(folder: string): void {
  for (const name of CHECKPOINT_NAMES) rmSync(join(folder, name), { force: true });
}
