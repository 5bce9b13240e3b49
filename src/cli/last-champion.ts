import { homedir } from 'node:os';
import { join } from 'node:path';
import { replayToDocument } from '../format/replay-document.ts';
import type { Replay } from '../run/replay.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import { makeFolder } from './make-folder.ts';
import { shellQuoted } from './shell-quoted.ts';

/** The system's folder for files that may be deleted: XDG's on Linux, else below the home folder. */
function cacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'gaitlab');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'gaitlab');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'gaitlab');
  return join(homedir(), '.cache', 'gaitlab');
}

/** Keeps the champion of a run that has no folder, in place of the one before. Returns a sentence that says where. */
export function keepLastChampion(champion: Replay): string {
  const folder = cacheFolder();
  const file = join(folder, 'last-champion.replay.json');
  try {
    makeFolder(folder);
    writeDurably(file, `${JSON.stringify(replayToDocument(champion))}\n`);
    return `the champion is in ${shellQuoted(file)} until the next run without --out; keep runs by --out FOLDER.`;
  } catch (error) {
    return `the champion is not kept (${storageTrouble(error)}); keep runs by --out FOLDER.`;
  }
}
