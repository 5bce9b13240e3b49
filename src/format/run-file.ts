import type { Checkpoint } from '../run/checkpoint.ts';
import type { OpenedRun } from '../run/checkpoint-recorder.ts';
import { decodeFile, encodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from './run-document.ts';

/** Encodes a run between two generations as a `.gait` file. */
export const runToFile = (checkpoint: Checkpoint) =>
  encodeFile('run', checkpointToDocument(checkpoint)) as Uint8Array<ArrayBuffer>;

/** Reads a run from a file. Throws an Error that starts with `source` and says what is wrong. */
export function openRunFile(bytes: Uint8Array, source: string): OpenedRun {
  const { kind, document } = decodeFile(bytes, source);
  expectKind(document, ['run'], source, kind);
  return { checkpoint: checkpointFromDocument(document, source), isOfThisEngine: isOfThisEngine(document) };
}

/** As `openRunFile`, but returns only the run. */
export const runFromFile = (bytes: Uint8Array, source: string): Checkpoint => openRunFile(bytes, source).checkpoint;
