import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { checkFileSize, MAX_FILE_BYTES } from '../format/file-size.ts';
import { asUserError, UserError } from './user-error.ts';

/** File name for standard input. */
export const STANDARD_INPUT = '-';

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'its folder is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
  ELOOP: 'its links form a circle',
  ENAMETOOLONG: 'its name is too long',
  ENXIO: 'it is a socket or a device, not a file',
};

/** Runs `action`. Converts system errors to a UserError that names the file. */
function explainingErrors<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof UserError || code === undefined) throw error;
    const reason = READ_ERRORS[code];
    throw new UserError(`${file} cannot be read: ${reason ? `${reason} (${code})` : code}`);
  }
}

/** Explains why the entry at a path is not a file; empty when it is one. */
function kindFault(stats: Stats): string {
  if (stats.isDirectory()) return 'it is a folder (EISDIR)';
  if (stats.isFIFO()) return `it is a pipe; give ${STANDARD_INPUT} as the file and pipe it into gaitlab`;
  if (stats.isSocket()) return 'it is a socket, not a file';
  return stats.isFile() ? '' : 'it is a device, not a file';
}

/** Wait before reading again from a pipe that has no data yet, ms. */
const PIPE_WAIT = 20;
const CHUNK_BYTES = 1 << 16;

/** Reads all data from a descriptor. Throws a UserError when there is more than the maximum file size. */
function readAll(descriptor: number, file: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  const idle = new Int32Array(new SharedArrayBuffer(4));
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    let count: number;
    try {
      count = readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(idle, 0, 0, PIPE_WAIT);
      continue;
    }
    if (count === 0) break;
    length += count;
    if (length > MAX_FILE_BYTES) asUserError(() => checkFileSize(length, file));
    chunks.push(chunk.subarray(0, count));
  }
  return Buffer.concat(chunks);
}

let isInputRead = false;

function readStandardInput(): Uint8Array {
  const name = 'standard input';
  if (process.stdin.isTTY)
    throw new UserError(`${STANDARD_INPUT} is standard input, but nothing is piped into gaitlab`);
  if (isInputRead) throw new UserError(`${STANDARD_INPUT} is standard input, which can be given for one file only`);
  isInputRead = true;
  return explainingErrors(name, () => readAll(0, name));
}

/**
 * Reads the bytes of a file, or of standard input for `-`. Throws a UserError for a path that is not a file, without
 * waiting for a pipe, and, before reading, for a file above the maximum size.
 */
export function readBytes(file: string): Uint8Array {
  if (file === STANDARD_INPUT) return readStandardInput();
  return explainingErrors(file, () => {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(descriptor);
      const fault = kindFault(stats);
      if (fault !== '') throw new UserError(`${file} cannot be read: ${fault}`);
      asUserError(() => checkFileSize(stats.size, file));
      return readAll(descriptor, file);
    } finally {
      closeSync(descriptor);
    }
  });
}
