import type { Test } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment.ts';
import { pick } from '../../schema/catalogue.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Task } from '../../sim/task.ts';
import { tasks } from '../../sim/tasks.ts';
import { metres, verbOf } from '../strings.ts';

type Lived = Pick<Test, 'evaluation'>;

/** What a life is measured by here: how far, or for jumpers how high, metres. */
export function measureOf(experiment: Experiment, test: Lived, recording: Recording | undefined): number {
  return experiment.task.name === 'jump' && recording ? rise(recording) : test.evaluation.metrics.distance;
}

/** What fitness is in here. */
export function fitnessUnit({ task }: Experiment): 'm' | 'points' {
  return pick<Task>(tasks, task.name, 'task').unit ?? 'm';
}

/** How much higher than at first the root has ever been, metres. */
function rise({ poses, plan, frameCount }: Recording): number {
  let highest = 0;
  for (let f = 0; f < frameCount; f++) {
    highest = Math.max(highest, (poses[3 * f * plan.parts.length + 1] as number) - (poses[1] as number));
  }
  return highest;
}

/** One plain sentence about a life: "Generation 12 walks 6.4 m before it falls." */
export function deedOf(experiment: Experiment, who: string, test: Lived, measure: number): string {
  const { ending, metrics } = test.evaluation;
  const fell = ending === 'terminated';
  const body = typeof experiment.body === 'string' ? experiment.body : experiment.body.name;
  if (experiment.task.name === 'jump')
    return `${who} gets ${metres(measure)} off the ground${fell ? ', then falls' : ''}.`;
  if (measure < -0.5) return fell ? `${who} falls over backwards.` : `${who} goes the wrong way.`;
  if (measure < 0.5) return fell ? `${who} falls over on the spot.` : `${who} does not dare a step.`;
  const done = `${who} ${verbOf(body)} ${metres(measure)}`;
  if (fell) return `${done} before it falls.`;
  const { duration } = experiment.task as { duration?: number };
  return metrics.duration < (duration ?? 0) - 0.05 ? `${done} and gets stuck.` : `${done} and keeps its feet.`;
}
