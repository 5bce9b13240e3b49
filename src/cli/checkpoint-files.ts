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

/** A checkpoint from a folder, and a warning about it; empty for none. */
export interface FoundCheckpoint {
  checkpoint: Checkpoint;
  warning: string;
  /** Whether it is the newest one, which may become the one before. */
  isNewest: boolean;
}

function read(file: string): Checkpoint & { isOfThisEngine: boolean } {
  refuseForeign(file, 'file');
  const { kind, document } = decodeFile(readFileSync(file), file);
  if (kind !== 'run') throw new Error(`${file} is not a checkpoint of a run`);
  return { ...checkpointFromDocument(document, file), isOfThisEngine: isOfThisEngine(document) };
}

/** The newest checkpoint in a folder that can be read; undefined where there is none. Throws a Fault when all are damaged. */
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

/** Makes the newest checkpoint the one before as well, so that there is always one. Nothing to do where there is none yet. */
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
    // The file system knows no links.
    writeNewFile(beside, readFileSync(newest));
  }
  renameSync(beside, before);
}

/** Writes checkpoints to a folder, each time keeping the one before. */
export interface CheckpointWriter {
  /** Returns the bytes written. Throws the system's error, with the newest checkpoint still there. */
  write(checkpoint: Checkpoint): number;
}

const isFull = (error: unknown) => ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * @param isGood whether the newest checkpoint in the folder can be read, and may become the one before
 * @param makeRoom frees what matters less than a checkpoint, when the disk is full
 */
export function createCheckpointWriter(folder: string, isGood: boolean, makeRoom: () => void): CheckpointWriter {
  let isNewestGood = isGood;
  const newest = join(folder, NEWEST);

  /** On a full disk the new checkpoint matters more than the one before, and that more than the newest lines of the log. */
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
