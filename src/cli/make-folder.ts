import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a folder and its missing parents one by one. Node's recursive mkdir never returns where the system reports
 * that a folder just created does not exist, as in /proc. Throws the system's error.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found?.isDirectory()) break;
    if (found !== undefined) throw Object.assign(new Error(`${at} is not a folder`), { code: 'ENOTDIR' });
    if (dirname(at) === at) break;
    missing.unshift(at);
  }
  for (const each of missing) mkdirSync(each);
}
