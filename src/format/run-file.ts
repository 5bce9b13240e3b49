import type { Checkpoint } from '../run/checkpoint.ts';
import { decodeFile, encodeFile } from './container.ts';
import { expectKind } from './expected-kind.ts';
import { checkpointFromDocument, checkpointToDocument, isOfThisEngine } from './run-document.ts';

/** A run between two generations as the bytes of a `.gait` file. */
export const runToFile = (checkpoint: Checkpoint) =>
  encodeFile('run', checkpointToDocument(checkpoint)) as Uint8Array<ArrayBuffer>;

/** A run from a file, and whether the very engine made it that reads it; if not, it goes on to other bits. */
export interface RunFromFile {
  checkpoint: Checkpoint;
  isOfThisEngine: boolean;
}

/** The run in a file. Throws an Error that starts with `source` and says what is wrong. */
export function openRunFile(bytes: Uint8Array, source: string): RunFromFile {
  const { kind, document } = decodeFile(bytes, source);
  expectKind(document, ['run'], source, kind);
  return { checkpoint: checkpointFromDocument(document, source), isOfThisEngine: isOfThisEngine(document) };
}

/** As `openRunFile`, the run alone. */
export const runFromFile = (bytes: Uint8Array, source: string): Checkpoint => openRunFile(bytes, source).checkpoint;
