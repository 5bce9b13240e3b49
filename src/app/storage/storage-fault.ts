import { DatabaseBlocked } from './database.ts';
import { words } from './words.ts';

export const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

/** A sentence for the viewer that says why runs cannot be saved. */
export function storageFault(error: unknown): string {
  if (isFull(error)) return words.full;
  if (error instanceof DatabaseBlocked) return words.blocked;
  // The database was upgraded by a newer version of the page.
  return error instanceof Error && error.name === 'VersionError' ? words.newer : words.shut;
}
