import type { Test } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { lookup } from '../../schema/catalogue.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Task } from '../../sim/task.ts';
import { tasks } from '../../sim/tasks.ts';

export type EpisodeResult = Pick<Test, 'evaluation'>;

/** What a life is measured by here: how far, or for jumpers how high, metres. */
export function measureOf(experiment: Experiment, test: EpisodeResult, recording: Recording | undefined): number {
  return experiment.task.name === 'jump' && recording ? rise(recording) : test.evaluation.metrics.distance;
}

/** What fitness is in here. */
export function fitnessUnit({ task }: Experiment): 'm' | 'points' {
  return lookup<Task>(tasks, task.name, 'task').unit ?? 'm';
}

/** How much higher than at first the root has ever been, metres. */
export function rise({ poses, plan, frameCount }: Recording): number {
  let highest = 0;
  for (let f = 0; f < frameCount; f++) {
    highest = Math.max(highest, (poses[3 * f * plan.parts.length + 1] as number) - (poses[1] as number));
  }
  return highest;
}
