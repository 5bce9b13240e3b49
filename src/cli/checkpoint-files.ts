import { linkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFile, encodeFile } from '../format/container.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from '../format/run-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { writeAtomically } from './atomic-file.ts';
import { kindAt, refuseForeign, writeNewFile } from './plain-file.ts';
import { readBytes } from './read-file.ts';
import { UserError } from './user-error.ts';

const NEWEST = 'checkpoint.gait';
const PREVIOUS = 'checkpoint.before.gait';
export const CHECKPOINT_NAMES = [NEWEST, PREVIOUS] as const;

/** A checkpoint from a folder, with a warning about it; the warning is empty if there is none. */
export interface FoundCheckpoint {
  checkpoint: Checkpoint;
  warning: string;
  /** True for the newest checkpoint, which may become the previous one. */
  isNewest: boolean;
}

/** Warning about a run that another version of the simulation made. */
export const otherEngineWarning = (file: string) =>
  `${file} was made by another version of the simulation; its results may differ from now on`;

function read(file: string): Checkpoint & { isOfThisEngine: boolean } {
  refuseForeign(file, 'file');
  const { kind, document } = decodeFile(readBytes(file), file);
  if (kind !== 'run') throw new Error(`${file} is not a checkpoint of a run`);
  return { ...checkpointFromDocument(document, file), isOfThisEngine: isOfThisEngine(document) };
}

/** The newest readable checkpoint in a folder; undefined if there are none. Throws a UserError when all are damaged. */
export function findCheckpoint(folder: string): FoundCheckpoint | undefined {
  const faults: string[] = [];
  for (const name of CHECKPOINT_NAMES) {
    const file = join(folder, name);
    if (kindAt(file) === 'nothing') continue;
    try {
      const { isOfThisEngine, ...checkpoint } = read(file);
      const damage = faults.length > 0 ? `${faults[0]}; the run continues from the previous checkpoint` : '';
      const engine = isOfThisEngine ? '' : otherEngineWarning(file);
      return {
        checkpoint,
        warning: [damage, engine].filter((each) => each !== '').join('. '),
        isNewest: name === NEWEST,
      };
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new UserError(faults.join('; '));
  return undefined;
}

export const hasCheckpoint = (folder: string) =>
  CHECKPOINT_NAMES.some((name) => kindAt(join(folder, name)) !== 'nothing');

/** Copies the newest checkpoint to the previous one, so that one always exists. Does nothing if there is none yet. */
function rotate(folder: string): void {
  const [newest, previous] = [join(folder, NEWEST), join(folder, PREVIOUS)];
  if (kindAt(newest) === 'nothing') return;
  for (const each of [newest, previous]) refuseForeign(each, 'file');
  const beside = `${previous}.new`;
  refuseForeign(beside, 'file');
  rmSync(beside, { force: true });
  try {
    linkSync(newest, beside);
  } catch {
    // The file system has no hard links.
    writeNewFile(beside, readBytes(newest));
  }
  renameSync(beside, previous);
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
    if (kindAt(newest) === 'file' && isNewestGood) rmSync(join(folder, PREVIOUS), { force: true });
    try {
      writeAtomically(newest, bytes);
    } catch (error) {
      if (!isFull(error)) throw error;
      makeRoom();
      writeAtomically(newest, bytes);
    }
  }

  return {
    write(checkpoint) {
      const bytes = encodeFile('run', checkpointToDocument(checkpoint));
      try {
        if (isNewestGood) rotate(folder);
        writeAtomically(newest, bytes);
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
