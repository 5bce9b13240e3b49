import { genomeFault } from '../creature/genome.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { ChampionEntry } from './champion-history.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { bodyFault } from './task-body.ts';

/** Who is to live elsewhere: a brain of an experiment's generation. */
export interface Competitor {
  experiment: Experiment;
  entry: Pick<ChampionEntry, 'generation' | 'genome' | 'statistics'>;
}

/** Settings of a task by which a brain feels, which it keeps on whatever ground. */
const SENSES = ['sight', 'clock'] as const;

/**
 * The recorded life of a contestant on the ground of another one's task, or why it cannot run there, in one sentence.
 * It keeps its body, brain and senses.
 */
export function crossTaskRun({ experiment, entry }: Competitor, host: Competitor, seed: number): Batch | string {
  const { start: _start, ...own } = effectiveAt(experiment, entry.generation);
  const { task } = effectiveAt(host.experiment, host.entry.generation);
  const kept = SENSES.filter((key) => key in task && key in own.task).map((key) => [key, own.task[key]]);
  const there: Experiment = { ...own, task: { ...task, ...Object.fromEntries(kept) } };
  const fault = bodyFault(there.body, task.name) || genomeFault(setupOf(there).brain, entry.genome);
  if (fault !== '') return `It cannot run here: ${fault}.`;
  const { genome, statistics } = entry;
  return { experiment: there, requests: [{ genome, seed, statistics, record: true }] };
}
