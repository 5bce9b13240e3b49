import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describeStorageError } from './atomic-file.ts';
import { kindAt, writeNewFile } from './plain-file.ts';
import { UserError } from './user-error.ts';

const NAME = 'run.lock';

/**
 * The process that writes a run; `born` distinguishes it from a later process with the same id, where the system
 * reports it.
 */
interface Owner {
  pid: number;
  host: string;
  born: string;
}

/** Start time of a process, in clock ticks; empty if the system does not report it. */
function startTimeOf(pid: number): string {
  try {
    // The second field is a name in parentheses, which may contain spaces; the start time is the 22nd field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return fields[19] ?? '';
  } catch {
    return '';
  }
}

const thisProcess = (): Owner => ({ pid: process.pid, host: hostname(), born: startTimeOf(process.pid) });

/** True if the owner may still be running; always true for an owner on another machine. */
function isAlive({ pid, host, born }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid || startTimeOf(pid) !== born) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, host, born } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, born: String(born) } : undefined;
  } catch {
    return undefined;
  }
}

/** Creates the lock unless it exists; its text is complete from the first moment. Returns whether it was created. */
function create(file: string, text: string): boolean {
  const own = `${file}.${process.pid}`;
  writeNewFile(own, text);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC') throw error;
    return createWithoutLink(file, text);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Does the same on a file system without hard links. */
function createWithoutLink(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead owner's lock, but not a lock with which another process has replaced it. */
function removeStale(file: string, text: string): void {
  const moved = `${file}.${process.pid}`;
  try {
    renameSync(file, moved);
    if (readFileSync(moved, 'utf8') !== text) linkSync(moved, file);
  } catch {
    // Another process was faster; the next attempt reads the new owner.
  } finally {
    rmSync(moved, { force: true });
  }
}

/** Maximum number of attempts; other processes may take and release the lock in between. */
const MAX_ATTEMPTS = 100;

/**
 * Gives this process exclusive write access to the run in a folder, until the returned function is called or the
 * process ends. Takes over the lock of a dead process. Throws a UserError that names the owner, or the entry at the lock's
 * path that is not a lock.
 */
function lockRun(folder: string): () => void {
  const file = join(folder, NAME);
  const own = JSON.stringify(thisProcess());
  for (let attempts = 1; !create(file, own); attempts++) {
    const kind = kindAt(file);
    if (kind !== 'file' && kind !== 'nothing')
      throw new UserError(
        `${file} is ${kind === 'other' ? 'not a plain file' : `a ${kind}`}, not a lock of a run; delete it`,
      );
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // The lock was released after the attempt.
    }
    const owner = parseOwner(text);
    if (attempts >= MAX_ATTEMPTS || (owner && isAlive(owner))) {
      const writer = owner ? `process ${owner.pid} on ${owner.host}` : 'another process';
      throw new UserError(`${folder} is being written by ${writer}; if that is not running, delete ${file}`);
    }
    if (text !== '') removeStale(file, text);
  }
  const release = () => {
    process.off('exit', release);
    try {
      if (readFileSync(file, 'utf8') === own) rmSync(file);
    } catch {
      // A deleted folder needs no lock.
    }
  };
  process.on('exit', release);
  return release;
}

/** Locks the folder and runs `open`, which may keep `release` for later. Unlocks it on an error; a system error becomes a UserError. */
export function withRunLock<T>(folder: string, open: (release: () => void) => T): T {
  let release = () => {};
  try {
    release = lockRun(folder);
    return open(release);
  } catch (error) {
    release();
    if (error instanceof UserError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UserError(`${folder} cannot be written to: ${describeStorageError(error)}`);
  }
}
