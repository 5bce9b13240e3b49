import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Fault } from './fault.ts';

const NAME = 'run.lock';

/** Who writes a run: a process of a machine; `born` tells it from a later one of the same number, where that is known. */
interface Owner {
  pid: number;
  host: string;
  born: string;
}

/** When a process began, in the machine's ticks; empty where the system does not say. */
function birthOf(pid: number): string {
  try {
    // The second field is a name in brackets, which may have spaces; the time is the 22nd.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return fields[19] ?? '';
  } catch {
    return '';
  }
}

const ourselves = (): Owner => ({ pid: process.pid, host: hostname(), born: birthOf(process.pid) });

/** Whether the owner may still be at work; of another machine nobody knows. */
function isAlive({ pid, host, born }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid || birthOf(pid) !== born) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownerOf(text: string): Owner | undefined {
  try {
    const { pid, host, born } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, born: String(born) } : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a file in place unless there is one already, all of it at once. */
function place(file: string, text: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOSPC') throw error;
    return placeAlone(file, text);
  } finally {
    rmSync(own, { force: true });
  }
}

/** The same where the file system knows no links. */
function placeAlone(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead owner's lock away; not another's that has come in its place meanwhile. */
function clear(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  } catch {
    // Somebody else was quicker; who has the lock now is seen in the next look.
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Makes this process the only one that writes the run in a folder, until the function it returns is called or the process
 * ends. The lock of a process that has died is taken over. Throws a Fault that says who has it.
 */
export function lockRun(folder: string): () => void {
  const file = join(folder, NAME);
  const own = JSON.stringify(ourselves());
  for (let tries = 0; !place(file, own); tries++) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      continue;
    }
    const owner = ownerOf(text);
    if (tries > 100 || (owner && isAlive(owner))) {
      const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another process';
      throw new Fault(`${folder} is being written by ${who}; if that is no more, delete ${file}`);
    }
    clear(file, text);
  }
  const release = () => {
    process.off('exit', release);
    try {
      if (readFileSync(file, 'utf8') === own) rmSync(file);
    } catch {
      // A folder that is gone needs no lock.
    }
  };
  process.on('exit', release);
  return release;
}
