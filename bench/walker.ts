import { seedOf } from '../src/math/rng.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { type Replay, replayOf, testBatch } from '../src/run/replay.ts';
import { type Generation, run } from '../src/run/run.ts';

/**
 * Whether a generation's champion walks `distance` metres without a fall on at least 8 of 10 new seeds, within one episode. The
 * steps do not count for the run.
 */
export async function walks({ champion, state }: Generation, distance: number, evaluator: Evaluator): Promise<boolean> {
  // Only promising champions are worth ten episodes.
  if (!champion || champion.distance < 0.7 * distance) return false;
  const seeds = Array.from({ length: 10 }, (_, i) => seedOf(state.experiment.seed, 'fresh', champion.generation, i));
  const episodes = await evaluator.evaluate(testBatch(replayOf(state.experiment, champion), seeds));
  const good = episodes.filter(({ evaluation: { metrics } }) => metrics.distance >= distance && metrics.falls === 0);
  return good.length >= 8;
}

/** The default biped, trained until it walks 10 m on 8 of 10 seeds: a typical episode of a trained run. */
export async function trainWalker(evaluator: Evaluator): Promise<Replay> {
  for await (const generation of run(parseExperiment({ seed: 1 }), evaluator)) {
    const { champion, state } = generation;
    if (champion && (await walks(generation, 10, evaluator))) return replayOf(state.experiment, champion);
    if (state.generation > 400) throw new Error('the default biped did not learn to walk 10 m in 400 generations');
  }
  throw new Error('unreachable: a run has no end');
}
