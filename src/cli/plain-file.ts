import { closeSync, constants, lstatSync, openSync, rmSync, writeFileSync } from 'node:fs';

/** What stands at a path: nothing, a plain file, a folder, or something that is neither, links included. */
export type PathKind = 'nothing' | 'file' | 'folder' | 'link' | 'other';

/** What stands at a path itself; a link is not followed. */
export function kindAt(path: string): PathKind {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  if (found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'other';
}

const WORDS = { folder: 'a folder', link: 'a link to somewhere else', other: 'not a plain file' } as const;

/** Throws an Error with code EFOREIGN where something stands at the path that we would never have written there. */
export function refuseForeign(path: string, wanted: 'file' | 'folder'): void {
  const kind = kindAt(path);
  if (kind === 'nothing' || kind === wanted) return;
  const what = kind === 'file' ? 'a file' : WORDS[kind];
  throw Object.assign(new Error(`${path} is ${what}, and Gaitlab does not write through it`), { code: 'EFOREIGN' });
}

/** Where the system knows it, an open refuses a link that appeared after the look at the path. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** Opens a plain file for reading and writing, and creates it if there is none; never through a link. Throws the system's error. */
export function openPlainFile(path: string): number {
  refuseForeign(path, 'file');
  return openSync(path, constants.O_RDWR | constants.O_CREAT | NO_FOLLOW, 0o666);
}

/**
 * Writes a new file to disk; one that a run left half written at this path is replaced. Throws the system's error, and
 * EFOREIGN for a link or a folder in its place.
 */
export function writeNewFile(path: string, data: string | Uint8Array): void {
  refuseForeign(path, 'file');
  rmSync(path, { force: true });
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, 0o666);
  try {
    // `writeFileSync` goes on after a write that took only part, as on a nearly full disk.
    writeFileSync(descriptor, data, { flush: true });
  } finally {
    closeSync(descriptor);
  }
}
