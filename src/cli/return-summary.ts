import { deviation, mean, median } from '../math/stats.ts';
import type { Batch } from '../run/batch.ts';
import { withPublishedRules } from '../run/episode-rules.ts';
import type { Evaluator } from '../run/evaluator.ts';

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
  const lives = await evaluator.evaluate({ experiment: withPublishedRules(experiment), requests });
  const sound = lives.map(({ evaluation }) => evaluation).filter(({ ending }) => ending !== 'failed');
  const returns = sound.map((life) => life.return);
  return {
    mean: mean(returns),
    deviation: deviation(returns),
    median: median(returns),
    falls: sound.filter(({ ending }) => ending === 'terminated').length,
    failed: lives.length - sound.length,
    steps: mean(sound.map(({ steps }) => steps)),
  };
}

/** Formats a summary as text. */
export function printReturn({ mean, deviation, median, falls, failed, steps }: ReturnSummary): string {
  const spread = `${mean.toFixed(3)} ± ${deviation.toFixed(3)}, median ${median.toFixed(3)}`;
  const broken = failed > 0 ? `, ${failed} broke the simulation` : '';
  return `return ${spread}; ${falls} falls${broken}; ${steps.toFixed(1)} steps on average.`;
}
