import { parseExperiment } from './experiment.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** The same experiment with lives that standstill does not cut short: what a return by published rules is measured in. */
export function withoutEarlyStop(experiment: Experiment): Experiment {
  const { task } = experiment;
  return { ...experiment, task: { ...task, stagnation: task.duration } };
}

/** Whether the task has published rules, which tell another return than what is trained on. */
export function hasPublished(experiment: Experiment): boolean {
  const { task, settings } = setupOf(experiment);
  return task.judge(settings).published !== undefined;
}

/** The same experiment by the task's published rules: its usual settings, whole lives. Without such rules, whole lives. */
export function withPublishedRules(experiment: Experiment): Experiment {
  if (!hasPublished(experiment)) return withoutEarlyStop(experiment);
  const { name } = experiment.task;
  const { task } = parseExperiment({ task: { name } });
  return withoutEarlyStop({ ...experiment, task });
}
