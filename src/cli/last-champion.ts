import { homedir } from 'node:os';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import type { Replay } from '../run/replay.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import { makeFolder } from './make-folder.ts';
import { shellQuoted } from './shell-quoted.ts';

/** The system's folder for disposable files: XDG's cache folder on Linux, else a folder in the home folder. */
function cacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'gaitlab');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'gaitlab');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'gaitlab');
  return join(homedir(), '.cache', 'gaitlab');
}

/** Saves the champion of a run without a folder and replaces the previous one. Returns a sentence that says where. */
export function saveLastChampion(champion: Replay): string {
  const folder = cacheFolder();
  const file = join(folder, 'last-champion.replay.json');
  try {
    makeFolder(folder);
    writeAtomically(file, `${JSON.stringify(replayToDocument(champion))}\n`);
    return `the champion is stored in ${shellQuoted(file)} until the next run without --out; use --out FOLDER to store runs.`;
  } catch (error) {
    return `the champion could not be stored (${describeStorageError(error)}); use --out FOLDER to store runs.`;
  }
}
