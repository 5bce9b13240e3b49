import { closeSync, constants, lstatSync, openSync, rmSync, writeFileSync } from 'node:fs';

/** The kind of entry at a path: nothing, a plain file, a folder, a link, or something else. */
export type PathKind = 'nothing' | 'file' | 'folder' | 'link' | 'other';

/** The kind of entry at the path itself; links are not followed. */
export function kindAt(path: string): PathKind {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'other';
}

const DESCRIPTIONS = { folder: 'a folder', link: 'a link to somewhere else', other: 'not a plain file' } as const;

/** Throws an Error with code EFOREIGN when the entry at the path cannot have been written by this program. */
export function refuseForeign(path: string, wanted: 'file' | 'folder'): void {
  const kind = kindAt(path);
  if (kind === 'nothing' || kind === wanted) return;
  const what = kind === 'file' ? 'a file' : DESCRIPTIONS[kind];
  throw Object.assign(new Error(`${path} is ${what}, and Gaitlab does not write through it`), { code: 'EFOREIGN' });
}

/** Where the system supports it, open refuses a link that appeared after the path was checked. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** Opens a plain file for reading and writing, or creates it; never follows a link. Throws the system's error. */
export function openPlainFile(path: string): number {
  refuseForeign(path, 'file');
  return openSync(path, constants.O_RDWR | constants.O_CREAT | NO_FOLLOW, 0o666);
}

/**
 * Writes a new file to disk; replaces an incomplete file that a run left at this path. Throws the system's error, and
 * EFOREIGN if a link or a folder is at the path.
 */
export function writeNewFile(path: string, data: string | Uint8Array): void {
  refuseForeign(path, 'file');
  rmSync(path, { force: true });
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, 0o666);
  try {
    // `writeFileSync` continues after a partial write, as on a nearly full disk.
    writeFileSync(descriptor, data, { flush: true });
  } finally {
    closeSync(descriptor);
  }
}
