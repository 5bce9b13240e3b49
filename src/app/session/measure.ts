import type { Test } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { lookup } from '../../schema/catalogue.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Task } from '../../sim/task.ts';
import { tasks } from '../../sim/tasks.ts';

/** The part of a test that its distance depends on. */
export type EpisodeResult = Pick<Test, 'evaluation'>;

/** The distance of an episode, or its height in the jump task, metres. */
export function measureOf(experiment: Experiment, test: EpisodeResult, recording: Recording | undefined): number {
  return experiment.task.name === 'jump' && recording ? rise(recording) : test.evaluation.metrics.distance;
}

/** The unit of fitness in an experiment. */
export function fitnessUnit({ task }: Experiment): 'm' | 'points' {
  return lookup<Task>(tasks, task.name, 'task').unit ?? 'm';
}

/** The greatest height of the root above its first position, metres. */
export function rise({ poses, plan, frameCount }: Recording): number {
  let highest = 0;
  for (let f = 0; f < frameCount; f++) {
    highest = Math.max(highest, poses[3 * f * plan.parts.length + 1]! - poses[1]!);
  }
  return highest;
}
