import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseForeign, writeNewFile } from './plain-file.ts';

/** Flushes a folder's entries to disk where the system supports it (Windows does not). */
function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // Some file systems do not support this; the rename has still happened.
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Replaces a file atomically: at any moment, and after a power cut, the path holds either the complete old file or the
 * complete new one. Writes to `beside`, syncs, then renames. On a system error, throws it, keeps the old file and
 * removes the new one. Throws EFOREIGN if a link or a folder is at one of the two paths.
 *
 * @param beside path of the new file until it is complete; a plain file there is replaced
 */
export function writeAtomically(file: string, data: string | Uint8Array, beside = `${file}.new`): void {
  refuseForeign(file, 'file');
  refuseForeign(beside, 'file');
  try {
    writeNewFile(beside, data);
    renameSync(beside, file);
  } catch (error) {
    // An incomplete file would take space on a nearly full disk.
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than allowed',
  EROFS: 'the disk is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'its folder no longer exists',
  ENOTDIR: 'its folder is not a folder',
  ELOOP: 'it is a link',
  EIO: 'the disk failed',
};

/** Short description of a system error on a file. */
export function describeStorageError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || code === 'EFOREIGN') return message;
  return `${REASONS[code] ?? 'it cannot be written'} (${code})`;
}
