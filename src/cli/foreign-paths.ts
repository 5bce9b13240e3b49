import { join } from 'node:path';
import { refuseForeign } from './plain-file.ts';
import { UserError } from './user-error.ts';

/**
 * Checks the paths that a run writes in its folder. Throws a UserError that names the first one that is a link, or a folder in
 * place of a file.
 */
export function refuseForeignPaths(folder: string, files: readonly string[], folders: readonly string[] = []): void {
  try {
    for (const name of files) {
      refuseForeign(join(folder, name), 'file');
      // Files are written under this name first.
      refuseForeign(join(folder, `${name}.new`), 'file');
    }
    for (const name of folders) refuseForeign(join(folder, name), 'folder');
  } catch (error) {
    throw new UserError(`${(error as Error).message}; choose another folder, or remove it`);
  }
}
