import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing, one by one: Node's own recursive way never comes back where the system
 * says that a folder it was just told to make is not there, as in /proc. Throws the system's error.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const there = statSync(at, { throwIfNoEntry: false });
    if (there?.isDirectory()) break;
    if (there !== undefined) throw Object.assign(new Error(`${at} is no folder`), { code: 'ENOTDIR' });
    if (dirname(at) === at) break;
    missing.unshift(at);
  }
  for (const each of missing) mkdirSync(each);
}
