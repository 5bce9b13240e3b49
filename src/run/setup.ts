import type { BrainKind } from '../creature/brain.ts';
import { brains } from '../creature/brains.ts';
import { actuatorCount } from '../creature/muscle.ts';
import { lookup } from '../schema/catalogue.ts';
import type { Setup } from '../sim/rollout.ts';
import { type EpisodeSettings, sensorsIn, type Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';
import type { Experiment } from './experiment-schema.ts';
import { planOf } from './task-body.ts';

/** Body, brain and task of an experiment, ready for rollouts. */
export function setupOf(experiment: Pick<Experiment, 'body' | 'task' | 'brain'>): Setup {
  const plan = planOf(experiment.body);
  const { name: taskName, ...taskSettings } = experiment.task;
  const { name: brainName, ...brainSettings } = experiment.brain;
  const task = lookup<Task>(tasks, taskName, 'task');
  const kind = lookup<BrainKind>(brains, brainName, 'brain');
  const settings = task.episodeSettings
    ? task.episodeSettings(taskSettings)
    : (taskSettings as unknown as EpisodeSettings);
  const sensors = sensorsIn(task, plan, settings).map(({ name }) => name);
  const brain = kind.build(brainSettings, {
    observationSize: sensors.length,
    actionSize: actuatorCount(plan),
    controlTimestep: settings.controlEvery / settings.physicsRate,
    body: { plan, sensors },
  });
  return { plan, brain, task, settings };
}
