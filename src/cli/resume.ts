import { join } from 'node:path';
import type { Experiment } from '../run/experiment.ts';
import { type Ends, endsFrom, endsIn, usualEnds } from './ends.ts';
import { readJson } from './files.ts';
import { reopenRunFolder } from './run-folder.ts';
import { type TrainingFlags, train } from './train.ts';

/** The ends that a run was begun with, where its run.json still says so. */
function formerEnds(folder: string): Ends | undefined {
  try {
    return endsFrom(readJson(join(folder, 'run.json')));
  } catch {
    return undefined;
  }
}

/**
 * Goes on with the run in a folder, to the ends it was begun with unless others are given. Throws a Fault when it is a run of
 * another experiment than was asked for.
 */
export async function resume(folder: string, flags: TrainingFlags & Ends, asked?: Experiment): Promise<void> {
  const ends = endsIn(flags) ?? formerEnds(folder) ?? usualEnds;
  const { checkpoint, store } = reopenRunFolder(folder, asked);
  await train({ checkpoint, ends, store, out: folder }, flags);
}
