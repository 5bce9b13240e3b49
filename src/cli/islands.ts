import type { IslandsCheckpoint } from '../format/islands-document.ts';
import { createCheckpointBuilder } from '../run/checkpoint.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { islandsOf } from '../run/islands.ts';
import { initialState } from '../run/run.ts';
import { createIslandsFolder, reopenIslandsFolder } from './islands-folder.ts';
import { defaultCriteria, type StopCriteria } from './stop-criteria.ts';
import type { TrainingFlags } from './train.ts';
import { trainIslands } from './train-islands.ts';
import { asUserError } from './user-error.ts';

/** Flags that divide a run into islands. */
export interface IslandFlags {
  islands?: number;
  migrateEvery?: number;
}

const MIGRATE_EVERY = 10;

/** Trains islands of an experiment from their start. */
export async function evolveIslands(
  experiment: Experiment,
  criteria: StopCriteria,
  flags: IslandFlags & TrainingFlags & { out?: string; force?: boolean },
): Promise<void> {
  const { islands: count = 1, migrateEvery = MIGRATE_EVERY, out, force = false } = flags;
  const checkpoint: IslandsCheckpoint = {
    migrateEvery,
    islands: asUserError(() =>
      islandsOf(experiment, count).map((each) => createCheckpointBuilder(initialState(each)).checkpoint(0)),
    ),
  };
  const store = out === undefined ? undefined : createIslandsFolder(out, checkpoint, criteria, force);
  await trainIslands({ checkpoint, criteria, store, out }, flags);
}

/** Continues the islands in a folder, to their original limits unless others are given. */
export async function resumeIslands(
  folder: string,
  given: StopCriteria | undefined,
  flags: TrainingFlags,
): Promise<void> {
  const { checkpoint, criteria = defaultCriteria, store } = reopenIslandsFolder(folder, given);
  await trainIslands({ checkpoint, criteria, store: store(criteria), out: folder }, flags);
}
