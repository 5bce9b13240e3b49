import { bodyOf } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { bodyFor } from '../../run/task-body.ts';
import { tasks } from '../../sim/tasks.ts';

/** The titles of body and task; the task's alone if the task is for one body. */
export function titleOf(experiment: Experiment): string {
  const { name } = experiment.task;
  const { title } = tasks[name as keyof typeof tasks];
  return bodyFor(name) === undefined ? `${bodyOf(experiment).title} · ${title}` : title;
}
