import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Has a folder remember what was renamed in it, where the system can (Windows cannot). */
function settle(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch {
    // Some file systems know no such thing; what was renamed is there all the same.
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a file so that at any moment, and after any loss of power, there is the old one or the new one, whole: beside it
 * first, then to disk, then in its place. `writeFileSync` goes on after a write that took only part, as on a disk that is
 * about to be full. Throws the system's error, with the old file still there.
 */
export function writeDurably(file: string, data: string | Uint8Array): void {
  const beside = `${file}.new`;
  writeFileSync(beside, data, { flush: true });
  renameSync(beside, file);
  settle(dirname(file));
}

/** What the system's error on a file means, in a few words. */
export function storageTrouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota is used up',
    EFBIG: 'it would be larger than allowed',
    EROFS: 'the disk is read-only',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    ENOENT: 'its folder is gone',
    ENOTDIR: 'its folder is no folder',
    EIO: 'the disk failed',
  };
  return code === undefined ? message : `${words[code] ?? 'it cannot be written'} (${code})`;
}
