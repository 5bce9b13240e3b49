import type { Checkpoint } from '../run/checkpoint.ts';
import { decodeFile, encodeFile } from './container.ts';
import { checkpointFromDocument, checkpointToDocument } from './run-document.ts';

/** A run between two generations as the bytes of a `.gait` file. */
export const runToFile = (checkpoint: Checkpoint) =>
  encodeFile('run', checkpointToDocument(checkpoint)) as Uint8Array<ArrayBuffer>;

/** The run in a file. Throws an Error that starts with `source` and says what is wrong. */
export function runFromFile(bytes: Uint8Array, source: string): Checkpoint {
  const { kind, document } = decodeFile(bytes, source);
  if (kind !== undefined && kind !== 'run') throw new Error(`${source} holds a ${kind}, no run`);
  return checkpointFromDocument(document, source);
}
