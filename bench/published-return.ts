import { seedOf } from '../src/math/rng.ts';
import { mean } from '../src/math/stats.ts';
import { withPublishedRules } from '../src/run/episode-rules.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { replayOf, testBatch } from '../src/run/replay.ts';
import type { Generation } from '../src/run/run.ts';

/** Result by the task's published rules: whole episodes, and a penalty for falls. */
export interface PublishedReturn {
  mean: number;
  falls: number;
}

/**
 * Tests the champion on `count` terrains that the run has not used, in whole episodes. The steps do not count for the run.
 * Undefined when there is no champion.
 */
export async function publishedReturn(
  { champion, state }: Generation,
  count: number,
  evaluator: Evaluator,
): Promise<PublishedReturn | undefined> {
  if (!champion) return undefined;
  const seeds = Array.from({ length: count }, (_, i) => seedOf(state.experiment.seed, 'held out', i));
  const batch = testBatch(replayOf(state.experiment, champion), seeds);
  const episodes = await evaluator.evaluate({ ...batch, experiment: withPublishedRules(batch.experiment) });
  return {
    mean: mean(episodes.map(({ evaluation }) => evaluation.return)),
    falls: episodes.filter(({ evaluation }) => evaluation.ending === 'terminated').length,
  };
}
