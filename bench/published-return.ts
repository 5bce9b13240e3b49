import { seedOf } from '../src/math/rng.ts';
import { mean } from '../src/math/stats.ts';
import { withPublishedRules } from '../src/run/episode-rules.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { livesOf, replayOf } from '../src/run/replay.ts';
import type { Generation } from '../src/run/run.ts';

/** How a creature does by the task's published rules: whole lives, falls fined. */
export interface Honest {
  mean: number;
  falls: number;
}

/**
 * The champion on `count` terrains that no training and no test of the run has seen, for whole lives. A measurement: it costs
 * the run no steps. Undefined when there is no champion.
 */
export async function honestReturn(
  { champion, state }: Generation,
  count: number,
  evaluator: Evaluator,
): Promise<Honest | undefined> {
  if (!champion) return undefined;
  const seeds = Array.from({ length: count }, (_, i) => seedOf(state.experiment.seed, 'held out', i));
  const batch = livesOf(replayOf(state.experiment, champion), seeds);
  const lives = await evaluator.evaluate({ ...batch, experiment: withPublishedRules(batch.experiment) });
  return {
    mean: mean(lives.map(({ evaluation }) => evaluation.return)),
    falls: lives.filter(({ evaluation }) => evaluation.ending === 'terminated').length,
  };
}
