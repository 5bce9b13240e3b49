import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { checkFileSize, MAX_FILE_BYTES } from '../format/container.ts';
import { Fault, orFail } from './fault.ts';

/** The file name that stands for standard input. */
export const STANDARD_INPUT = '-';

const TROUBLES: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its folder is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by you',
  EPERM: 'it may not be read by you',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENXIO: 'it is a socket or a device, no file',
};

/** Runs `action`. Converts system errors of reading to a Fault that names the file. */
function told<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Fault || code === undefined) throw error;
    const words = TROUBLES[code];
    throw new Fault(`${file} cannot be read: ${words ? `${words} (${code})` : code}`);
  }
}

/** Explains why the entry at a path is not a file; empty when it is one. */
function kindFault(stats: Stats): string {
  if (stats.isDirectory()) return 'it is a folder (EISDIR)';
  if (stats.isFIFO()) return `it is a pipe; give ${STANDARD_INPUT} as the file and pipe it into gaitlab`;
  if (stats.isSocket()) return 'it is a socket, no file';
  return stats.isFile() ? '' : 'it is a device, no file';
}

/** Wait before reading again from a pipe that has no data yet, ms. */
const PAUSE = 20;
const PIECE = 1 << 16;

/** Reads all data from a descriptor. Throws a Fault when there is more than the maximum file size. */
function readAll(descriptor: number, file: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const idle = new Int32Array(new SharedArrayBuffer(4));
  let length = 0;
  for (;;) {
    const piece = new Uint8Array(PIECE);
    let count: number;
    try {
      count = readSync(descriptor, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(idle, 0, 0, PAUSE);
      continue;
    }
    if (count === 0) break;
    length += count;
    if (length > MAX_FILE_BYTES) orFail(() => checkFileSize(length, file));
    pieces.push(piece.subarray(0, count));
  }
  return Buffer.concat(pieces);
}

let isInputRead = false;

function readStandardInput(): Uint8Array {
  const name = 'standard input';
  if (process.stdin.isTTY) throw new Fault(`${STANDARD_INPUT} is standard input, but nothing is piped into gaitlab`);
  if (isInputRead) throw new Fault(`${STANDARD_INPUT} is standard input, which can be given for one file only`);
  isInputRead = true;
  return told(name, () => readAll(0, name));
}

/**
 * Reads the bytes of a file, or of standard input for `-`. Throws a Fault for a path that is not a file, without
 * waiting for a pipe, and, before reading, for a file above the maximum size.
 */
export function readBytes(file: string): Uint8Array {
  if (file === STANDARD_INPUT) return readStandardInput();
  return told(file, () => {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(descriptor);
      const fault = kindFault(stats);
      if (fault !== '') throw new Fault(`${file} cannot be read: ${fault}`);
      orFail(() => checkFileSize(stats.size, file));
      return readAll(descriptor, file);
    } finally {
      closeSync(descriptor);
    }
  });
}
