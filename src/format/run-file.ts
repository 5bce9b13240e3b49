import type { Checkpoint } from '../run/checkpoint.ts';
import { decodeFile, encodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from './run-document.ts';

/** Encodes a run between two generations as a `.gait` file. */
export const runToFile = (checkpoint: Checkpoint) =>
  encodeFile('run', checkpointToDocument(checkpoint)) as Uint8Array<ArrayBuffer>;

/** A run from a file, and whether this version of the engine wrote it. If not, it continues with different results. */
export interface RunFromFile {
  checkpoint: Checkpoint;
  isOfThisEngine: boolean;
}

/** Reads a run from a file. Throws an Error that starts with `source` and says what is wrong. */
export function openRunFile(bytes: Uint8Array, source: string): RunFromFile {
  const { kind, document } = decodeFile(bytes, source);
  expectKind(document, ['run'], source, kind);
  return { checkpoint: checkpointFromDocument(document, source), isOfThisEngine: isOfThisEngine(document) };
}

/** As `openRunFile`, but returns only the run. */
export const runFromFile = (bytes: Uint8Array, source: string): Checkpoint => openRunFile(bytes, source).checkpoint;
