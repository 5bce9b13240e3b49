import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFile, encodeFile } from '../format/container.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from '../format/run-document.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { writeDurably } from './durable.ts';
import { Fault } from './fault.ts';

const NEWEST = 'checkpoint.gait';
const BEFORE = 'checkpoint.before.gait';

/** A checkpoint from a folder, and what there is to say of how it was found. */
export interface FoundCheckpoint {
  checkpoint: Checkpoint;
  warning: string;
  /** That the newest one is what was found, so that it may become the one before. */
  isNewest: boolean;
}

function read(file: string): Checkpoint & { isOfThisEngine: boolean } {
  const { kind, document } = decodeFile(readFileSync(file), file);
  if (kind !== 'run') throw new Error(`${file} is no checkpoint of a run`);
  return { ...checkpointFromDocument(document, file), isOfThisEngine: isOfThisEngine(document) };
}

/** The newest checkpoint in a folder that can be read; undefined where there is none. Throws a Fault when all are damaged. */
export function findCheckpoint(folder: string): FoundCheckpoint | undefined {
  const faults: string[] = [];
  for (const name of [NEWEST, BEFORE]) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    try {
      const { isOfThisEngine, ...checkpoint } = read(file);
      const fallen = faults.length > 0 ? `${faults[0]}; going on from the one before` : '';
      const other = isOfThisEngine ? '' : `${file} is of another version of the simulation; it may go on to other bits`;
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

export const hasCheckpoint = (folder: string) => [NEWEST, BEFORE].some((name) => existsSync(join(folder, name)));

/** Makes the newest the one before as well: at no moment is there none. */
function rotate(folder: string): void {
  const [newest, before] = [join(folder, NEWEST), join(folder, BEFORE)];
  const beside = `${before}.new`;
  rmSync(beside, { force: true });
  try {
    linkSync(newest, beside);
  } catch {
    copyFileSync(newest, beside);
  }
  renameSync(beside, before);
}

/** Writes checkpoints to a folder, each time keeping the one before. */
export interface CheckpointWriter {
  /** Throws the system's error, with what was there before still there. */
  write(checkpoint: Checkpoint): void;
}

/** @param isGood whether the newest that is there now can be read, and may become the one before. */
export function createCheckpointWriter(folder: string, isGood: boolean): CheckpointWriter {
  let isSound = isGood;
  return {
    write(checkpoint) {
      const bytes = encodeFile('run', checkpointToDocument(checkpoint));
      if (isSound) rotate(folder);
      writeDurably(join(folder, NEWEST), bytes);
      isSound = true;
    },
  };
}

/** Takes all checkpoints away. */
export function removeCheckpoints(folder: string): void {
  for (const name of [NEWEST, BEFORE]) rmSync(join(folder, name), { force: true });
}
