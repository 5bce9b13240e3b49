import { genomeFault } from '../creature/genome.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { ChampionEntry } from './champion-history.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { bodyFault } from './task-body.ts';

/** A brain of one experiment's generation, to be simulated in another's task. */
export interface Competitor {
  experiment: Experiment;
  entry: Pick<ChampionEntry, 'generation' | 'genome' | 'statistics'>;
}

/** Task settings that decide the observations: a competitor keeps its own. */
const SENSES = ['sight', 'clock'] as const;

/**
 * The batch that simulates a competitor, recorded, in another experiment's task, or one sentence that says why it cannot
 * run there. It keeps its body, brain and sensors.
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
