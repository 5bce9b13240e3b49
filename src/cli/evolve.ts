import { createCheckpointBuilder } from '../run/checkpoint.ts';
import { checkMemory, MEMORY_LIMITS } from '../run/memory.ts';
import { initialState } from '../run/run.ts';
import { notesOn } from './check.ts';
import { defaultEnds, type Ends, endsIn } from './ends.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { Fault, orFail } from './fault.ts';
import { resume } from './resume.ts';
import { createRunFolder, holdsRun } from './run-folder.ts';
import { type TrainingFlags, train } from './train.ts';

export interface EvolveFlags extends ExperimentFlags, TrainingFlags, Ends {
  out?: string;
  resume?: boolean;
  force?: boolean;
}

/** Trains a run from its start; with `resume`, continues a run that is already in the folder. */
export async function evolve(source: string, flags: EvolveFlags): Promise<void> {
  const { out, force = false } = flags;
  if (out === undefined && (force || flags.resume)) throw new Fault('--force and --resume go with --out');
  if (force && flags.resume) throw new Fault('give either --force or --resume');
  const experiment = experimentFrom(source, flags);
  orFail(() => checkMemory(experiment, MEMORY_LIMITS.node));
  for (const { id, words } of notesOn(experiment)) if (id !== 'memory') console.error(`gaitlab: note: ${words}`);
  if (out !== undefined && flags.resume && holdsRun(out)) return resume(out, flags, experiment);
  const checkpoint = orFail(() => createCheckpointBuilder(initialState(experiment)).checkpoint(0));
  const ends = endsIn(flags) ?? defaultEnds;
  const store = out === undefined ? undefined : createRunFolder(out, checkpoint, ends, force);
  await train({ checkpoint, ends, store, out }, flags);
}
