import { seedOf } from '../math/rng.ts';
import { deviation, mean, median } from '../math/stats.ts';
import { hasPublished } from '../run/episode-rules.ts';
import type { Evaluator } from '../run/evaluator.ts';
import { testBatch } from '../run/replay.ts';
import { plural } from '../schema/plural.ts';
import { type PolicySetup, policyBatch } from './evaluate-policy.ts';
import { readReplay } from './files.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { printJson, printLine } from './print.ts';
import { returnText, summariseReturn } from './return-summary.ts';
import { UserError } from './user-error.ts';

export interface EvaluateFlags extends Partial<PolicySetup> {
  episodes: number;
  seed: number;
  workers?: number;
  json?: boolean;
}

/**
 * Evaluates a replay's creature on new terrain: in episodes as in training, and by the task's published rules if it has
 * any.
 */
async function evaluateReplay(file: string, seeds: readonly number[], json: boolean, pool: () => Evaluator) {
  const batch = testBatch(readReplay(file), seeds);
  const evaluator = pool();
  const episodes = (await evaluator.evaluate(batch)).map(({ evaluation }) => evaluation);
  const published = hasPublished(batch.experiment) ? await summariseReturn(batch, evaluator) : undefined;
  const fitness = episodes.map((episode) => episode.fitness);
  const summary = {
    episodes: seeds.length,
    mean: mean(fitness),
    deviation: deviation(fitness),
    median: median(fitness),
    distance: mean(episodes.map(({ metrics }) => metrics.distance)),
    speed: mean(episodes.map(({ metrics }) => metrics.speed)),
    costOfTransport: mean(episodes.map(({ metrics }) => metrics.costOfTransport)),
    falls: episodes.filter(({ ending }) => ending === 'terminated').length,
    failed: episodes.filter(({ ending }) => ending === 'failed').length,
    steps: mean(episodes.map(({ steps }) => steps)),
    ...(published === undefined ? {} : { return: published }),
  };
  if (json) {
    printJson(summary);
    return;
  }
  const spread = `${summary.mean.toFixed(3)} ± ${summary.deviation.toFixed(3)}, median ${summary.median.toFixed(3)}`;
  printLine(`${plural(seeds.length, 'episode')} on new terrain: fitness ${spread}.`);
  const falls = plural(summary.falls, 'fall');
  printLine(`${summary.distance.toFixed(2)} m at ${summary.speed.toFixed(2)} m/s, ${falls}.`);
  if (published) printLine(`By the task's published rules, without early stop: ${returnText(published)}`);
}

/** Evaluates an external policy on new terrain, by the task's published rules. */
async function evaluatePolicy(setup: PolicySetup, seeds: readonly number[], json: boolean, pool: () => Evaluator) {
  const batch = policyBatch(setup, seeds);
  const summary = await summariseReturn(batch, pool());
  if (json) printJson({ episodes: seeds.length, ...summary });
  else printLine(`${plural(seeds.length, 'episode')} on new terrain: ${returnText(summary)}`);
}

/** Evaluates a creature on new terrain: one from a replay, or an external policy in a task. */
export async function evaluate(file: string | undefined, flags: EvaluateFlags): Promise<void> {
  const { policy, task, body, episodes, seed, workers, json = false } = flags;
  const seeds = Array.from({ length: episodes }, (_, i) => seedOf(seed, 'evaluate', i));
  let evaluator: Evaluator | undefined;
  const pool = () => {
    evaluator = createNodePool(Math.min(workers ?? defaultWorkerCount(), episodes));
    return evaluator;
  };
  try {
    if (policy !== undefined) {
      if (file !== undefined) throw new UserError(`give either a replay or --policy, not both ${file} and ${policy}`);
      if (task === undefined) throw new UserError('--policy needs a --task, as in --task bipedal-walker');
      await evaluatePolicy({ policy, task, ...(body === undefined ? {} : { body }) }, seeds, json, pool);
    } else {
      if (file === undefined) throw new UserError('evaluate needs a champion.replay.json, or --policy and --task');
      if (task !== undefined || body !== undefined) throw new UserError('--task and --body are for --policy only');
      await evaluateReplay(file, seeds, json, pool);
    }
  } finally {
    await evaluator?.close();
  }
}
