import { parseExperiment } from './experiment.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** The experiment with episodes that lack of progress does not end, as published returns require. */
export function withoutEarlyStop(experiment: Experiment): Experiment {
  const { task } = experiment;
  return { ...experiment, task: { ...task, stagnation: task.duration } };
}

/** Whether the task has a published return besides the fitness that is trained on. */
export function hasPublished(experiment: Experiment): boolean {
  const { task, settings } = setupOf(experiment);
  return task.judge(settings).published !== undefined;
}

/** The experiment under the task's published rules: default settings, no early stop. Without such rules, no early stop. */
export function withPublishedRules(experiment: Experiment): Experiment {
  if (!hasPublished(experiment)) return withoutEarlyStop(experiment);
  const { name } = experiment.task;
  const { task } = parseExperiment({ task: { name } });
  return withoutEarlyStop({ ...experiment, task });
}
