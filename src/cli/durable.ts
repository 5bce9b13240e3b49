import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuseForeign, writeNewFile } from './plain-file.ts';

/** Writes a folder's entries to disk, where the system can (Windows cannot). */
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
    // Some file systems cannot do this; the rename took place all the same.
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Replaces a file so that at any moment, and after a power cut, either the old or the new one is there, whole: written beside
 * it as `.new`, synced, renamed. Throws the system's error, with the old file still there and nothing left beside it;
 * EFOREIGN where a link or a folder stands at one of the two paths.
 *
 * @param beside the path of the new file until it is whole; a plain file there is replaced
 */
export function writeDurably(file: string, data: string | Uint8Array, beside = `${file}.new`): void {
  refuseForeign(file, 'file');
  refuseForeign(beside, 'file');
  try {
    writeNewFile(beside, data);
    renameSync(beside, file);
  } catch (error) {
    // Half a file would keep room that a nearly full disk does not have.
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}

const WORDS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than allowed',
  EROFS: 'the disk is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'its folder is no folder',
  ELOOP: 'it is a link',
  EIO: 'the disk failed',
};

/** The meaning of a system error on a file, in a few words. */
export function storageTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || code === 'EFOREIGN') return message;
  return `${WORDS[code] ?? 'it cannot be written'} (${code})`;
}
