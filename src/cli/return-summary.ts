import { deviation, mean, median } from '../math/stats.ts';
import type { Batch } from '../run/batch.ts';
import { withPublishedRules } from '../run/episode-rules.ts';
import type { Evaluator } from '../run/evaluator.ts';
import { plural } from '../schema/plural.ts';

/** Returns by the task's published rules, over complete episodes; failed simulations are excluded. */
export interface ReturnSummary {
  mean: number;
  deviation: number;
  median: number;
  falls: number;
  failed: number;
  /** Mean number of control steps per episode. */
  steps: number;
}

/** Simulates the episodes of a batch to their end and summarises their returns. */
export async function summariseReturn({ experiment, requests }: Batch, evaluator: Evaluator): Promise<ReturnSummary> {
  const episodes = await evaluator.evaluate({ experiment: withPublishedRules(experiment), requests });
  const valid = episodes.map(({ evaluation }) => evaluation).filter(({ ending }) => ending !== 'failed');
  const returns = valid.map((evaluation) => evaluation.return);
  return {
    mean: mean(returns),
    deviation: deviation(returns),
    median: median(returns),
    falls: valid.filter(({ ending }) => ending === 'terminated').length,
    failed: episodes.length - valid.length,
    steps: mean(valid.map(({ steps }) => steps)),
  };
}

/** A summary as a sentence. */
export function returnText({ mean, deviation, median, falls, failed, steps }: ReturnSummary): string {
  const spread = `${mean.toFixed(3)} ± ${deviation.toFixed(3)}, median ${median.toFixed(3)}`;
  const broken = failed > 0 ? `, ${failed} broke the simulation` : '';
  return `return ${spread}; ${plural(falls, 'fall')}${broken}; ${steps.toFixed(1)} steps on average.`;
}
