import type { Experiment } from '../../run/experiment-schema.ts';
import { planOf } from '../../run/task-body.ts';
import { metres } from '../amounts.ts';
import type { EpisodeResult } from '../session/measure.ts';

/** A sentence about an episode, such as "Generation 12 walks 6.4 m before it falls." @param measure distance or height, metres */
export function describeEpisode(experiment: Experiment, who: string, test: EpisodeResult, measure: number): string {
  const { ending, metrics } = test.evaluation;
  const fell = ending === 'terminated';
  if (experiment.task.name === 'jump')
    return `${who} gets ${metres(measure)} off the ground${fell ? ', then falls' : ''}.`;
  if (measure < -0.5) return fell ? `${who} falls over backwards.` : `${who} goes the wrong way.`;
  if (measure < 0.5) return fell ? `${who} falls over on the spot.` : `${who} does not dare a step.`;
  const done = `${who} ${planOf(experiment.body).verb ?? 'walks'} ${metres(measure)}`;
  if (fell) return `${done} before it falls.`;
  const { duration } = experiment.task as { duration?: number };
  return metrics.duration < (duration ?? 0) - 0.05 ? `${done} and gets stuck.` : `${done} and keeps its feet.`;
}
