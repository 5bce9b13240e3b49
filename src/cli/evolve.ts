import { createCheckpointBuilder } from '../run/checkpoint.ts';
import { checkMemory, MEMORY_LIMITS } from '../run/memory.ts';
import { initialState } from '../run/run.ts';
import { notesOn } from './check.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { evolveIslands, type IslandFlags } from './islands.ts';
import { holdsIslands } from './islands-file.ts';
import { printError } from './print.ts';
import { resume } from './resume.ts';
import { createRunFolder, holdsRun } from './run-folder.ts';
import { criteriaInFlags, defaultCriteria, type StopCriteria } from './stop-criteria.ts';
import { type TrainingFlags, train } from './train.ts';
import { asUserError, UserError } from './user-error.ts';

export interface EvolveFlags extends ExperimentFlags, TrainingFlags, StopCriteria, IslandFlags {
  out?: string;
  resume?: boolean;
  force?: boolean;
}

/** Trains a run from its start; with `resume`, continues a run that is already in the folder. */
export async function evolve(source: string, flags: EvolveFlags): Promise<void> {
  const { out, force = false } = flags;
  if (out === undefined && (force || flags.resume)) throw new UserError('--force and --resume need --out');
  if (force && flags.resume) throw new UserError('--force and --resume cannot be combined');
  const experiment = experimentFrom(source, flags);
  asUserError(() => checkMemory(experiment, MEMORY_LIMITS.node));
  for (const { id, words } of notesOn(experiment, source)) if (id !== 'memory') printError(`note: ${words}`);
  if (out !== undefined && flags.resume && holdsIslands(out)) return resume(out, flags);
  if (out !== undefined && flags.resume && holdsRun(out)) return resume(out, flags, experiment);
  const ends = criteriaInFlags(flags) ?? defaultCriteria;
  if ((flags.islands ?? 1) > 1) return evolveIslands(experiment, ends, flags);
  if (flags.migrateEvery !== undefined) throw new UserError('--migrate-every needs --islands 2 or more');
  const checkpoint = asUserError(() => createCheckpointBuilder(initialState(experiment)).checkpoint(0));
  const store = out === undefined ? undefined : createRunFolder(out, checkpoint, ends, force);
  await train({ checkpoint, criteria: ends, store, out }, flags);
}
