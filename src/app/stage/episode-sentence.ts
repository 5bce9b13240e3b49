import type { Experiment } from '../../run/experiment-schema.ts';
import { planOf } from '../../run/task-body.ts';
import { type GaitName, gaits } from '../../sim/gait/names.ts';
import { metres } from '../amounts.ts';
import type { EpisodeResult } from '../session/measure.ts';

/** Gaits that say less about a body than its own verb, where it has one. */
const VAGUE: readonly (GaitName | undefined)[] = [undefined, 'stand', 'jump', 'fall', 'crawl', 'slide'];

/** What the body does: `walks`, or with a verb of several words `trots slowly for`, before a distance. */
function moves({ body }: Experiment, gait: GaitName | undefined): string {
  if (gait === undefined || VAGUE.includes(gait)) return planOf(body).verb ?? 'walks';
  const { verb } = gaits[gait];
  return verb.includes(' ') ? `${verb} for` : verb;
}

/** A sentence about an episode, such as "Generation 12 walks 6.4 m before it falls." @param measure distance or height, metres */
export function describeEpisode(experiment: Experiment, subject: string, test: EpisodeResult, measure: number): string {
  const { ending, metrics } = test.evaluation;
  const fell = ending === 'terminated';
  if (experiment.task.name === 'jump')
    return `${subject} gets ${metres(measure)} off the ground${fell ? ', then falls' : ''}.`;
  if (measure < -0.5) return fell ? `${subject} falls over backwards.` : `${subject} goes the wrong way.`;
  if (measure < 0.5) return fell ? `${subject} falls over on the spot.` : `${subject} won’t take a step.`;
  if (fell && metrics.gait?.name === 'fall') return `${subject} falls forward ${metres(measure)}.`;
  const done = `${subject} ${moves(experiment, metrics.gait?.name)} ${metres(measure)}`;
  if (fell) return `${done} before it falls.`;
  const { duration } = experiment.task as { duration?: number };
  return metrics.duration < (duration ?? 0) - 0.05 ? `${done} and gets stuck.` : `${done} and stays upright.`;
}
